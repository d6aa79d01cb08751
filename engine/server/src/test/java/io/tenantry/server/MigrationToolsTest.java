package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.NpmPackage.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Migration tools of npm, unmodified, design a workspace over its libSQL address in two steps; the
 * second makes a table anew, which is deployed to a tenant with rows. Node is needed for this test
 * only, and the tools are installed once into {@code target/}; without either it is skipped.
 */
class MigrationToolsTest {
  private static final NpmPackage TOOLS =
      new NpmPackage("migration-tools", "drizzle.mjs", "knex.mjs", "prisma.mjs", "typeorm.mjs");
  private static final TenantId TENANT = new TenantId("wayne");
  private static final WorkspaceName BLUEPRINT = new WorkspaceName("shop");
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO users (id, name, age) VALUES (1, 'Ann', 30), (2, 'Bob', 41), (9, 'Zoë',"
              + " NULL)",
          "INSERT INTO users (id, name) VALUES (40, 'gone')",
          "DELETE FROM users WHERE id = 40",
          "INSERT INTO posts (id, author, title) VALUES (1, 1, 'first'), (2, 9, 'second')");
  private static final long POLL_NANOS = 5_000_000;

  @TempDir Path folder;
  private LocalEngine engine;
  private EngineServer server;
  private Project project;

  @BeforeAll
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  static void install() throws IOException, InterruptedException {
    assumeTrue(TOOLS.install(), "skipped: no node and npm, or no network for migration tools");
  }

  @BeforeEach
  void open() {
    engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
    server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
    engine.publishAt(server.url());
    project = engine.open(Credential.owner());
    project
        .workspaces()
        .create(new CreateWorkspace(BLUEPRINT, DatabaseType.SQLITE, WorkspaceMode.TENANT));
  }

  @AfterEach
  void close() {
    server.close();
    engine.close();
  }

  @Test
  void drizzleKitMigrates() throws IOException, InterruptedException {
    List<String> kinds = migrate("drizzle.mjs");

    assertThat(rows("SELECT id, name, age FROM users ORDER BY id"))
        .containsExactly("1 Ann 30", "2 Bob 41", "9 Zoë NULL");
    assertThat(kinds).containsExactly("rebuild_table", "create_index");
    requireTheRestIsAsItWas();
  }

  @Test
  void knexAltersAndDropsColumns() throws IOException, InterruptedException {
    List<String> kinds = migrate("knex.mjs");

    assertThat(rows("SELECT * FROM users ORDER BY id"))
        .containsExactly("1 Ann 30", "2 Bob 41", "9 Zoë NULL");
    assertThat(kinds).containsExactly("rebuild_table", "rebuild_table");
    requireTheRestIsAsItWas();
  }

  @Test
  void prismaRedefinesTables() throws IOException, InterruptedException {
    List<String> kinds = migrate("prisma.mjs");

    assertThat(rows("SELECT id, name, age, email FROM users ORDER BY id"))
        .containsExactly("1 Ann 30 NULL", "2 Bob 41 NULL", "9 Zoë NULL NULL");
    assertThat(kinds).containsExactly("rebuild_table", "create_index");
    requireTheRestIsAsItWas();
  }

  @Test
  void typeOrmSynchronizes() throws IOException, InterruptedException {
    List<String> kinds = migrate("typeorm.mjs");

    assertThat(rows("SELECT id, name, age, email FROM users ORDER BY id"))
        .containsExactly("1 Ann 30 NULL", "2 Bob 41 NULL", "9 Zoë NULL NULL");
    assertThat(kinds).containsExactly("rebuild_table");
    requireTheRestIsAsItWas();
  }

  /** Children were not deleted with the old table, and no number is given again. */
  private void requireTheRestIsAsItWas() {
    assertThat(rows("SELECT id, author, title FROM posts ORDER BY id"))
        .containsExactly("1 1 first", "2 9 second");
    assertThat(rows("INSERT INTO users (name) VALUES ('new') RETURNING id")).containsExactly("41");
  }

  /**
   * Runs the two steps of a tool, the second with a tenant that has rows, and deploys.
   *
   * @return the kinds of what is deployed
   */
  private List<String> migrate(String script) throws IOException, InterruptedException {
    step(script, 1);
    project
        .tenants()
        .create(new CreateTenant(TENANT, List.of(TenantDatabaseRequest.shared(BLUEPRINT))));
    ROWS.forEach(this::rows);
    step(script, 2);
    List<String> kinds =
        project.workspaces().diff(BLUEPRINT).changes().stream().map(Change::kind).toList();
    Deployment deployment = project.deployments().create(new CreateDeployment(BLUEPRINT));
    while (!deployment.status().ended()) {
      LockSupport.parkNanos(POLL_NANOS);
      deployment = project.deployments().get(deployment.jobId());
    }
    assertThat(deployment.errors()).isEmpty();
    assertThat(deployment.completedTenants()).isEqualTo(1);
    return kinds;
  }

  private void step(String script, int step) throws IOException, InterruptedException {
    Workspace workspace = project.workspaces().get(BLUEPRINT);
    Output output =
        TOOLS.run(
            100,
            Map.of(
                "WORKSPACE_URL",
                workspace.connectionString(),
                "WORKSPACE_TOKEN",
                workspace.connection().password().orElseThrow().value(),
                "STEP",
                String.valueOf(step)),
            "node",
            script);
    assertThat(output.exit()).as(output.text()).isZero();
  }

  private List<String> rows(String sql) {
    return project.queries().tenant(new TenantQuery(TENANT, BLUEPRINT, sql)).rows().stream()
        .map(row -> String.join(" ", row.stream().map(MigrationToolsTest::shown).toList()))
        .toList();
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Integer(long number) -> String.valueOf(number);
      default -> "NULL";
    };
  }
}
