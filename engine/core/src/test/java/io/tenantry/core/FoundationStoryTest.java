package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job from an empty folder to a deployment that was repaired, through the whole engine.
 */
class FoundationStoryTest {
  private static final WorkspaceName BANK = new WorkspaceName("bank");
  private static final Version LATEST = new Version(1, 3);
  private static final int TENANTS = 50;
  private static final TenantId ODD = tenant(7);
  private static final long FEW_MILLIS = 5_000_000;

  @TempDir Path folder;
  private LocalEngine engine;
  private Project project;

  @Test
  void aSchemaGrowsFromAWorkspaceToAllTenantsAndSurvivesARestart() {
    open();
    designTheSchema();
    createTheTenants();
    loadAndQuery();
    changeTheSchema();
    Deployment failed = deployWithOneBadTenant();
    repairAndRetry(failed);
    keysKeepTheirLimits();
    engine.close();
    open();
    everythingIsThere();
    deleteTheProject();
    engine.close();
  }

  private void designTheSchema() {
    project
        .workspaces()
        .create(new CreateWorkspace(BANK, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    assertThat(
            project
                .workspaces()
                .importSchema(BANK, new ImportSchema.FromTemplate("fintech"))
                .created())
        .contains("users", "accounts", "transactions");
    assertThat(project.workspaces().get(BANK).version()).contains(new Version(1, 1));
  }

  private void createTheTenants() {
    List<String> names = IntStream.range(0, TENANTS).mapToObj(at -> tenant(at).value()).toList();
    CreatedTenants made =
        project
            .tenants()
            .createMany(new CreateTenants(names, List.of(TenantDatabaseRequest.shared(BANK))));

    assertThat(made.failed()).isEmpty();
    assertThat(made.created())
        .hasSize(TENANTS)
        .allSatisfy(
            tenant -> assertThat(Path.of(fileOf(tenant))).as("its own file").isRegularFile())
        .extracting(tenant -> tenant.databases().getFirst().connection().orElseThrow().authToken())
        .doesNotHaveDuplicates();
    assertThat(project.status().tenants()).isEqualTo(TENANTS);
  }

  private void loadAndQuery() {
    for (int at = 0; at < TENANTS; at++) {
      for (int user = 1; user <= 3; user++) {
        project
            .queries()
            .tenant(
                new TenantQuery(
                    tenant(at),
                    BANK,
                    "INSERT INTO users (email, name) VALUES (?, ?)",
                    Parameters.of(List.of(Value.of(user + "@" + at), Value.of("User")))));
      }
    }
    QueryResult one = query(project, tenant(3), "SELECT count(*) AS n FROM users");
    assertThat(one.columns()).containsExactly("n");
    assertThat(one.rows()).containsExactly(List.of(Value.of(3)));

    List<TenantAnswer> all =
        project.queries().adminAll(new FanOutQuery(BANK, "SELECT email FROM users ORDER BY id"));
    assertThat(all)
        .extracting(TenantAnswer::tenant)
        .containsExactlyElementsOf(
            IntStream.range(0, TENANTS).mapToObj(FoundationStoryTest::tenant).toList());
    assertThat(all.get(4).result().orElseThrow().rows().getFirst())
        .containsExactly(Value.of("1@4"));
  }

  private void changeTheSchema() {
    project
        .workspaces()
        .query(
            BANK,
            new WorkspaceQuery(
                """
                ALTER TABLE users ADD COLUMN phone TEXT;
                CREATE INDEX users_phone ON users (phone);
                CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
                """));
    project
        .workspaces()
        .query(
            BANK,
            new WorkspaceQuery("CREATE UNIQUE INDEX accounts_name ON accounts (user_id, name)"));

    WorkspaceDiff diff = project.workspaces().diff(BANK);
    assertThat(diff.version()).isEqualTo(LATEST);
    assertThat(diff.changes())
        .extracting(Change::kind)
        .containsExactly("add_column", "create_index", "create_table", "create_index");
  }

  private Deployment deployWithOneBadTenant() {
    for (int twice = 0; twice < 2; twice++) {
      query(project, ODD, "INSERT INTO accounts (user_id, name) VALUES (1, 'Savings')");
    }

    Deployment ended = await(project.deployments().create(new CreateDeployment(BANK)));

    assertThat(ended.status()).isEqualTo(DeploymentStatus.FAILED);
    assertThat(ended.completedTenants()).isEqualTo(TENANTS - 1);
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .startsWith("tenant '" + ODD + "': ")
        .contains("UNIQUE constraint failed: accounts.user_id, accounts.name");
    assertThat(
            project
                .deployments()
                .tenants(ended.jobId(), Set.of(DeploymentTenant.State.FAILED), PageRequest.all())
                .items())
        .extracting(DeploymentTenant::tenantId)
        .containsExactly(ODD);
    assertThat(versionOf(ODD)).as("rolled back whole").isEqualTo(new Version(1, 1));
    assertThat(versionOf(tenant(8))).isEqualTo(LATEST);
    return ended;
  }

  private void repairAndRetry(Deployment failed) {
    query(project, ODD, "UPDATE accounts SET name = 'Savings 2' WHERE id = 2");

    Deployment ended = await(project.deployments().retry(failed.jobId()));

    assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(ended.completedTenants()).isEqualTo(TENANTS);
    assertThat(versionOf(ODD)).isEqualTo(LATEST);
    assertThat(project.workspaces().diff(BANK).changes()).isEmpty();
    query(project, ODD, "INSERT INTO notes (body) VALUES ('there')");
  }

  private void keysKeepTheirLimits() {
    Project reader = withKey(Role.READ, ScopeType.PROJECT);
    assertThat(query(reader, ODD, "SELECT 1").rowCount()).isEqualTo(1);
    assertThat(failure(() -> query(reader, ODD, "DELETE FROM notes")).code())
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure(() -> reader.queries().adminAll(new FanOutQuery(BANK, "SELECT 1"))).code())
        .isEqualTo(ErrorCode.ROLE_REQUIRED);

    EngineException ddl = failure(() -> query(project, ODD, "DROP TABLE notes"));
    assertThat(ddl.code()).isEqualTo(ErrorCode.BAD_REQUEST);

    Project scoped = withKey(Role.WRITE, ScopeType.TENANT, ODD.value());
    assertThat(scoped.tenants().list(TenantFilter.none(), PageRequest.all()).items())
        .extracting(Tenant::tenantId)
        .containsExactly(ODD);
    EngineException foreign = failure(() -> query(scoped, tenant(8), "SELECT 1"));
    assertThat(foreign.code()).isEqualTo(ErrorCode.SCOPE_DENIED);
    assertThat(foreign)
        .hasMessage("credential scoped to tenants [tenant-007], attempted \"tenant-008\"");
    assertThat(failure(() -> query(scoped, ODD, "ATTACH 'x' AS y")).code())
        .isEqualTo(ErrorCode.BAD_REQUEST);
  }

  private void everythingIsThere() {
    assertThat(project.status().tenants()).isEqualTo(TENANTS);
    assertThat(project.blueprints().get(BANK).version()).isEqualTo(LATEST);
    assertThat(query(project, ODD, "SELECT body FROM notes").rows())
        .containsExactly(List.of(Value.of("there")));
    assertThat(project.deployments().list())
        .extracting(Deployment::status)
        .containsExactly(DeploymentStatus.COMPLETED);

    engine.publishAt(URI.create("http://127.0.0.1:7411"));
    assertThat(
            project
                .tenants()
                .get(ODD)
                .databases()
                .getFirst()
                .connection()
                .orElseThrow()
                .connectionString())
        .isEqualTo("http://127.0.0.1:7411/db/bank__tenant-007/");
  }

  private void deleteTheProject() {
    String id = project.whoami().projectId().value();
    project.projects().create(new CreateProject("Next"));
    project.projects().delete(id);

    assertThat(folder.resolve("data/hosts/shared").resolve(id)).doesNotExist();
    assertThat(folder.resolve("data/workspaces").resolve(id)).doesNotExist();
    assertThat(project.whoami().projectName()).isEqualTo("Next");
  }

  private void open() {
    engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
    project = engine.open(Credential.owner());
  }

  private Deployment await(Deployment started) {
    Deployment now = started;
    while (!now.status().ended()) {
      LockSupport.parkNanos(FEW_MILLIS);
      now = project.deployments().get(started.jobId());
    }
    return now;
  }

  private Project withKey(Role role, ScopeType type, String... scope) {
    return engine.open(
        new Credential.ApiKey(
            project
                .apiKeys()
                .create(new CreateApiKey("key", role, type, List.of(scope)))
                .apiKey()));
  }

  private Version versionOf(TenantId id) {
    return project.tenants().get(id).databases().getFirst().version();
  }

  private static QueryResult query(Project project, TenantId tenant, String sql) {
    return project.queries().tenant(new TenantQuery(tenant, BANK, sql));
  }

  private static EngineException failure(Runnable call) {
    return catchThrowableOfType(EngineException.class, call::run);
  }

  private static String fileOf(Tenant tenant) {
    String url = tenant.databases().getFirst().connection().orElseThrow().connectionString();
    assertThat(url).startsWith("file:");
    return url.substring("file:".length());
  }

  private static TenantId tenant(int number) {
    return new TenantId("tenant-%03d".formatted(number));
  }
}
