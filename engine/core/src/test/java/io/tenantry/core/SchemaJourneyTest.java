package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema.FromTemplate;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema through its changes to the tenants, on the whole engine. */
class SchemaJourneyTest {
  private static final WorkspaceName FINTECH = new WorkspaceName("fintech");

  @TempDir private Path folder;
  private LocalEngine engine;

  @BeforeEach
  void open() {
    engine = LocalEngine.open(EngineConfig.at(folder));
    project()
        .workspaces()
        .create(new CreateWorkspace(FINTECH, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project().workspaces().importSchema(FINTECH, new FromTemplate("fintech"));
    List<String> names = IntStream.range(0, 4).mapToObj(i -> "tenant" + i).toList();
    project()
        .tenants()
        .createMany(new CreateTenants(names, List.of(TenantDatabaseRequest.shared(FINTECH))));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** Each tenant's schema is compared with that of a new one before its transaction ends. */
  @Test
  void everyKindOfChangeBringsTenantsToTheSchemaOfNewOnes() {
    run("tenant0", "INSERT INTO users (email, name) VALUES ('ada@example.org', 'Ada')");
    project()
        .workspaces()
        .query(
            FINTECH,
            new WorkspaceQuery(
                """
                ALTER TABLE accounts ADD COLUMN iban TEXT CHECK (length(iban) < 35);
                ALTER TABLE accounts RENAME COLUMN name TO "label";
                ALTER TABLE transactions RENAME TO bookings;
                ALTER TABLE users DROP COLUMN kyc_status;
                DROP INDEX accounts_user_id;
                CREATE UNIQUE INDEX accounts_by_user ON accounts (user_id, label) WHERE iban > '';
                CREATE VIRTUAL TABLE notes USING fts5 (title, body);
                CREATE TABLE log (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT) STRICT;
                CREATE TRIGGER on_user AFTER INSERT ON users
                BEGIN
                  INSERT INTO log (note) VALUES (NEW.name);
                END;
                CREATE VIEW names AS SELECT name FROM users;
                ALTER TABLE log RENAME TO journal;
                """));
    Deployment done = finish(project().deployments().create(new CreateDeployment(FINTECH)));
    assertThat(done.errors()).isEmpty();
    assertThat(done.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(project().workspaces().diff(FINTECH).changes()).isEmpty();
    run("tenant0", "INSERT INTO users (email, name) VALUES ('eve@example.org', 'Eve')");
    assertThat(run("tenant0", "SELECT name FROM names UNION ALL SELECT note FROM journal"))
        .containsExactly(
            List.of(Value.of("Ada")), List.of(Value.of("Eve")), List.of(Value.of("Eve")));
  }

  @Test
  void aSkippedChangeReachesNobody() {
    project().workspaces().query(FINTECH, new WorkspaceQuery("CREATE TABLE kept (a)"));
    project().workspaces().query(FINTECH, new WorkspaceQuery("CREATE TABLE skipped (a)"));
    long skipped = project().workspaces().diff(FINTECH).changes().getLast().id();
    project().workspaces().skip(FINTECH, skipped);
    Deployment done = finish(project().deployments().create(new CreateDeployment(FINTECH)));
    assertThat(done.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(done.version()).isEqualTo(new Version(1, 4));
    assertThat(run("tenant0", "SELECT name FROM sqlite_schema WHERE name IN ('kept', 'skipped')"))
        .containsExactly(List.of(Value.of("kept")));
  }

  private Project project() {
    return engine.open(Credential.owner());
  }

  private List<List<Value>> run(String tenant, String sql) {
    return project().queries().tenant(new TenantQuery(new TenantId(tenant), FINTECH, sql)).rows();
  }

  private Deployment finish(Deployment started) {
    DeploymentId id = started.jobId();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Deployment now = started;
    while (!now.status().ended() && System.nanoTime() < end) {
      Thread.onSpinWait();
      now = project().deployments().get(id);
    }
    return now;
  }
}
