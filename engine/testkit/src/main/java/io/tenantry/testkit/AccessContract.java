package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.info.EngineStatus;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which key may do what: every role and scope against reading, writing and administering. */
public abstract class AccessContract extends ContractSuite {
  private static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final WorkspaceName OTHER = new WorkspaceName("other");
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final TenantId GLOBEX = new TenantId("globex");

  @Test
  void everyRoleAndScopeReachesWhatItShould() {
    TestProject project = twoBlueprints();
    Map<String, Project> keys = new LinkedHashMap<>();
    keys.put("admin", project.admin());
    keys.put("write", project.as(Role.WRITE, ScopeType.PROJECT));
    keys.put("read", project.as(Role.READ, ScopeType.PROJECT));
    keys.put("ws-admin", project.as(Role.ADMIN, ScopeType.WORKSPACE, "main"));
    keys.put("ws-read", project.as(Role.READ, ScopeType.WORKSPACE, "main"));
    keys.put("t-write", project.as(Role.WRITE, ScopeType.TENANT, "wayne"));
    keys.put("t-read", project.as(Role.READ, ScopeType.TENANT, "globex"));

    StringBuilder matrix = new StringBuilder();
    actions()
        .forEach(
            (action, call) -> {
              matrix.append(action);
              keys.forEach((key, as) -> matrix.append(' ').append(outcome(as, call)));
              matrix.append('\n');
            });

    assertThat(matrix.toString()).isEqualTo(expected());
  }

  /** Columns: admin, write, read, ws-admin, ws-read, t-write (wayne), t-read (globex). */
  private static String expected() {
    return """
    get-workspace ok ok ok ok ok scope scope
    get-other-workspace ok ok ok scope scope scope scope
    query-workspace ok role role ok role role role
    settings ok role role ok role role role
    create-workspace ok role role scope role role role
    get-blueprint ok ok ok ok ok scope scope
    get-tenant ok ok ok ok ok ok scope
    get-other-tenant ok ok ok scope scope scope ok
    read-tenant ok ok ok ok ok ok scope
    write-tenant ok ok denied ok denied ok scope
    admin-query ok role role ok role role role
    fan-out ok role role ok role role role
    fan-out-other ok role role scope role role role
    create-tenant ok role role ok role role role
    suspend-tenant ok role role ok role role role
    resume-tenant ok role role ok role role role
    deploy ok role role ok role role role
    deploy-other ok role role scope role role role
    """;
  }

  @Test
  void listsAreFilteredToTheScope() {
    TestProject project = twoBlueprints();
    Deployment deployment = project.deploy(OTHER);
    Project workspace = project.as(Role.ADMIN, ScopeType.WORKSPACE, "main");
    Project tenant = project.as(Role.READ, ScopeType.TENANT, "globex", "stark");

    assertThat(workspace.workspaces().list())
        .extracting(WorkspaceSummary::id)
        .containsExactly(MAIN);
    assertThat(workspace.blueprints().list())
        .extracting(BlueprintSummary::name)
        .containsExactly(MAIN);
    assertThat(ids(workspace)).containsExactly("wayne");
    assertThat(ids(tenant)).containsExactly("globex", "stark");
    assertThat(workspace.deployments().list()).isEmpty();
    assertThat(project.admin().deployments().list())
        .extracting(Deployment::jobId)
        .containsExactly(deployment.jobId());
  }

  @Test
  void theStatusShowsWhatIsTheCallersOwn() {
    TestProject project = twoBlueprints();
    EngineStatus all = project.admin().status();
    EngineStatus workspace = project.as(Role.ADMIN, ScopeType.WORKSPACE, "main").status();
    EngineStatus tenant = project.as(Role.READ, ScopeType.TENANT, "globex", "stark").status();

    assertThat(all.tenants()).isEqualTo(3);
    assertThat(all.openDatabases()).isPresent();
    assertThat(workspace.tenants()).isEqualTo(1);
    assertThat(tenant.tenants()).isEqualTo(2);
    for (EngineStatus scoped : List.of(workspace, tenant)) {
      assertThat(scoped.version()).isEqualTo(all.version());
      assertThat(
              Stream.of(
                  scoped.openDatabases(),
                  scoped.openConnections(),
                  scoped.usedMemoryBytes(),
                  scoped.residentMemoryBytes(),
                  scoped.heldStatements()))
          .allSatisfy(figure -> assertThat(figure).isEmpty());
    }
  }

  @Test
  void theRefusalsSayWhatIsMissing() {
    TestProject project = twoBlueprints();
    Project tenant = project.as(Role.READ, ScopeType.TENANT, "globex");

    assertRefused(
        ErrorCode.SCOPE_DENIED,
        "credential scoped to tenants [globex], attempted \"wayne\"",
        () -> tenant.tenants().get(WAYNE));
    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        "this endpoint requires one of the following roles: admin",
        () -> tenant.queries().admin(new TenantQuery(GLOBEX, OTHER, "SELECT 1")));
    assertThat(refusal(() -> tenant.tenants().suspend(GLOBEX)).details())
        .containsEntry("required_roles", List.of("admin"))
        .containsEntry("current_role", "read");
  }

  private TestProject twoBlueprints() {
    TestProject project = project();
    project.design(project.workspace("main"), "CREATE TABLE t (a)");
    project.design(project.workspace("other"), "CREATE TABLE t (a)");
    project.tenant("wayne", MAIN);
    project.tenants(OTHER, "globex", "stark");
    return project;
  }

  private static Map<String, Consumer<Project>> actions() {
    Map<String, Consumer<Project>> actions = new LinkedHashMap<>();
    actions.put("get-workspace", as -> as.workspaces().get(MAIN));
    actions.put("get-other-workspace", as -> as.workspaces().get(OTHER));
    actions.put(
        "query-workspace", as -> as.workspaces().query(MAIN, new WorkspaceQuery("SELECT 1")));
    actions.put("settings", as -> as.workspaces().saveSettings(MAIN, rows(500)));
    actions.put("create-workspace", AccessContract::createWorkspace);
    actions.put("get-blueprint", as -> as.blueprints().get(MAIN));
    actions.put("get-tenant", as -> as.tenants().get(WAYNE));
    actions.put("get-other-tenant", as -> as.tenants().get(GLOBEX));
    actions.put("read-tenant", as -> query(as, "SELECT a FROM t"));
    actions.put("write-tenant", as -> query(as, "INSERT INTO t VALUES (1)"));
    actions.put("admin-query", as -> as.queries().admin(new TenantQuery(WAYNE, MAIN, "SELECT 1")));
    actions.put("fan-out", as -> as.queries().adminAll(new FanOutQuery(MAIN, "SELECT 1")));
    actions.put("fan-out-other", as -> as.queries().adminAll(new FanOutQuery(OTHER, "SELECT 1")));
    actions.put("create-tenant", AccessContract::createTenant);
    actions.put("suspend-tenant", AccessContract::suspend);
    actions.put("resume-tenant", AccessContract::resume);
    actions.put("deploy", as -> deploy(as, MAIN));
    actions.put("deploy-other", as -> deploy(as, OTHER));
    return actions;
  }

  private static SaveSettings rows(int rows) {
    return new SaveSettings(Optional.empty(), Optional.of(rows), Optional.empty());
  }

  private static void createWorkspace(Project as) {
    String name = "w" + Integer.toHexString(System.identityHashCode(as));
    as.workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName(name), DatabaseType.SQLITE, WorkspaceMode.CONTROL));
  }

  private static void createTenant(Project as) {
    String id = "t" + Integer.toHexString(System.identityHashCode(as));
    as.tenants()
        .create(new CreateTenant(new TenantId(id), List.of(TenantDatabaseRequest.shared(MAIN))));
  }

  private static void suspend(Project as) {
    as.tenants().suspend(WAYNE);
    as.tenants().resume(WAYNE);
  }

  /** A resume that is allowed is a conflict here, which proves that it got past the checks. */
  private static void resume(Project as) {
    EngineException refused = refusal(() -> as.tenants().resume(WAYNE));
    if (refused.code() != ErrorCode.CONFLICT) {
      throw refused;
    }
  }

  private static void query(Project as, String sql) {
    as.queries().tenant(new TenantQuery(WAYNE, MAIN, sql));
  }

  private static void deploy(Project as, WorkspaceName blueprint) {
    Deployment deployment = as.deployments().create(new CreateDeployment(blueprint));
    while (!as.deployments().get(deployment.jobId()).status().ended()) {
      Thread.onSpinWait();
    }
  }

  private static String outcome(Project as, Consumer<Project> action) {
    try {
      action.accept(as);
      return "ok";
    } catch (EngineException refused) {
      return switch (refused.code()) {
        case ROLE_REQUIRED -> "role";
        case SCOPE_DENIED -> "scope";
        case PERMISSION_DENIED -> "denied";
        default -> refused.code() + "(" + refused.message() + ")";
      };
    }
  }

  private static List<String> ids(Project as) {
    return as.tenants().list(TenantFilter.none(), PageRequest.all()).items().stream()
        .map(Tenant::tenantId)
        .map(TenantId::value)
        .toList();
  }
}
