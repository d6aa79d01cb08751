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

/** A schema from its template to the tenants and through its changes, on the whole engine. */
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
    List<String> names = IntStream.range(0, 12).mapToObj(i -> "tenant" + i).toList();
    project()
        .tenants()
        .createMany(new CreateTenants(names, List.of(TenantDatabaseRequest.shared(FINTECH))));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void changesReachTheTenantsThatCanTakeThem() {
    assertThat(project().workspaces().diff(FINTECH).changes()).isEmpty();
    run("tenant3", "INSERT INTO users (email, name) VALUES ('a@b.c', 'Ada'), ('d@e.f', 'Ada')");
    project()
        .workspaces()
        .query(
            FINTECH,
            new WorkspaceQuery(
                """
                ALTER TABLE accounts ADD COLUMN iban TEXT;
                CREATE UNIQUE INDEX users_by_name ON users (name);
                CREATE TABLE cards (id INTEGER PRIMARY KEY, account_id REFERENCES accounts (id));
                """));
    assertThat(project().workspaces().diff(FINTECH).changes()).hasSize(3);

    Deployment first = finish(project().deployments().create(new CreateDeployment(FINTECH)));
    assertThat(first.status()).isEqualTo(DeploymentStatus.FAILED);
    assertThat(first.completedTenants()).isEqualTo(11);
    assertThat(first.errors()).singleElement().asString().startsWith("tenant 'tenant3': ");

    run("tenant3", "UPDATE users SET name = 'Eve' WHERE email = 'd@e.f'");
    Deployment again = finish(project().deployments().retry(first.jobId()));
    assertThat(again.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(project().workspaces().diff(FINTECH).changes()).isEmpty();
    assertThat(project().blueprints().versions(FINTECH).versions().getFirst().deployedToCount())
        .isEqualTo(12);
    assertThat(run("tenant3", "SELECT iban FROM accounts")).isEmpty();
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

  @Test
  void everythingIsThereAfterReopening() {
    engine.close();
    engine = LocalEngine.open(EngineConfig.at(folder));
    assertThat(project().workspaces().schema(FINTECH).tables()).hasSize(3);
    assertThat(project().blueprints().get(FINTECH).deploymentStatus().deployedToCount())
        .isEqualTo(12);
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
