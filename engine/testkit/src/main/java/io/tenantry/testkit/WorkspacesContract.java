package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.CreatedWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.DeletedWorkspace;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.SavedSettings;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What workspaces must do: life cycle, queries that record changes, settings. */
public abstract class WorkspacesContract extends ContractSuite {

  @Test
  void aTenantWorkspaceOwnsABlueprintAtTheEmptyVersion() {
    TestProject project = project();

    CreatedWorkspace made =
        project
            .admin()
            .workspaces()
            .create(
                new CreateWorkspace(
                    new WorkspaceName("main"), DatabaseType.SQLITE, WorkspaceMode.TENANT));

    assertThat(made.id()).isEqualTo(new WorkspaceName("main"));
    assertThat(made.mode()).isEqualTo(WorkspaceMode.TENANT);
    assertThat(made.blueprint()).contains(made.id());
    assertThat(made.database()).isEqualTo(DatabaseType.SQLITE);
    assertThat(made.connection().database()).isEqualTo("main_workspace");
    assertThat(made.connection().user()).isEqualTo(project.id().value());
    assertThat(made.connection().password().orElseThrow().value()).matches("tdb_[0-9a-f]{16}");
    assertThat(made.connectionString()).isNotBlank();
    Workspace found = project.admin().workspaces().get(made.id());
    assertThat(found.version()).contains(Version.EMPTY);
    assertThat(found.schema()).contains(List.of());
    assertThat(found.schemaError()).isEmpty();
    assertThat(found.undeployedChanges()).contains(0);
    assertThat(found.settings()).isEqualTo(WorkspaceSettings.defaults());
    assertThat(found.connection()).isEqualTo(made.connection());
  }

  @Test
  void aControlWorkspaceStandsAlone() {
    TestProject project = project();
    WorkspaceName plane = project.workspace("plane", WorkspaceMode.CONTROL);

    WorkspaceQueryResult answer =
        project.design(plane, "CREATE TABLE jobs (id INTEGER PRIMARY KEY)");

    assertThat(answer.blueprint()).isEmpty();
    assertThat(answer.version()).isEmpty();
    assertThat(answer.undeployedChanges()).isEmpty();
    Workspace found = project.admin().workspaces().get(plane);
    assertThat(found.version()).isEmpty();
    assertThat(found.undeployedChanges()).isEmpty();
    assertThat(found.schema().orElseThrow()).hasSize(1);
    assertThat(project.admin().blueprints().list()).isEmpty();
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.admin().workspaces().diff(plane));
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.admin().workspaces().skip(plane, 1));
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.admin().workspaces().revert(plane, 1));
  }

  @Test
  void workspacesAreListedByName() {
    TestProject project = project();
    project.workspace("zeta");
    project.workspace("alpha", WorkspaceMode.CONTROL);

    List<WorkspaceSummary> all = project.admin().workspaces().list();

    assertThat(all).extracting(summary -> summary.id().value()).containsExactly("alpha", "zeta");
    assertThat(all)
        .extracting(WorkspaceSummary::version)
        .containsExactly(Optional.empty(), Optional.of(Version.EMPTY));
    assertThat(all).extracting(WorkspaceSummary::mode).doesNotHaveDuplicates();
  }

  @Test
  void aNameIsUsedOncePerProject() {
    TestProject project = project();
    project.workspace("main");

    assertRefused(
        ErrorCode.CONFLICT,
        "Workspace 'main' already exists",
        () -> project.workspace("main", WorkspaceMode.CONTROL));
    project().workspace("main");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void databasesWithoutABackendAreRefused(DatabaseType type) {
    Workspaces workspaces = project().admin().workspaces();

    EngineException refused =
        refusal(
            () ->
                workspaces.create(
                    new CreateWorkspace(new WorkspaceName("main"), type, WorkspaceMode.TENANT)));

    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refused.message()).contains(type.code());
    assertThat(workspaces.list()).isEmpty();
  }

  @Test
  void everyCallNamesAnUnknownWorkspace() {
    Workspaces workspaces = project().admin().workspaces();
    WorkspaceName ghost = new WorkspaceName("ghost");
    String message = "Workspace not found: ghost";

    assertRefused(ErrorCode.NOT_FOUND, message, () -> workspaces.get(ghost));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> workspaces.delete(ghost));
    assertRefused(
        ErrorCode.NOT_FOUND,
        message,
        () -> workspaces.query(ghost, new WorkspaceQuery("SELECT 1")));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> workspaces.schema(ghost));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> workspaces.diff(ghost));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> workspaces.skip(ghost, 1));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> workspaces.revert(ghost, 1));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> workspaces.settings(ghost));
  }

  @Test
  void everyRequestThatChangesTheSchemaMakesOneVersion() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    WorkspaceQueryResult first =
        project.design(
            main, "CREATE TABLE users (id INTEGER PRIMARY KEY); CREATE INDEX i ON users (id);");
    WorkspaceQueryResult data = project.design(main, "INSERT INTO users VALUES (1), (2)");
    WorkspaceQueryResult second = project.design(main, "ALTER TABLE users ADD COLUMN email TEXT");

    assertThat(first.version()).contains(new Version(1, 1));
    assertThat(first.undeployedChanges()).contains(2);
    assertThat(first.blueprint()).contains(main);
    assertThat(data.version()).contains(new Version(1, 1));
    assertThat(data.result().rowsAffected()).contains(2L);
    assertThat(second.version()).contains(new Version(1, 2));
    assertThat(second.undeployedChanges()).contains(3);
  }

  @Test
  void aQueryAnswersRowsWithTheLimitInForce() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE n (i INTEGER); INSERT INTO n VALUES (1), (2), (3);");
    project
        .admin()
        .workspaces()
        .saveSettings(main, new SaveSettings(Optional.empty(), Optional.of(2), Optional.empty()));

    WorkspaceQueryResult answer =
        project
            .admin()
            .workspaces()
            .query(
                main,
                new WorkspaceQuery(
                    "SELECT i, ? AS x FROM n ORDER BY i", Parameters.of(Value.of("y"))));

    QueryResult result = answer.result();
    assertThat(answer.maxRowsLimit()).isEqualTo(2);
    assertThat(result.columns()).containsExactly("i", "x");
    assertThat(result.types().getFirst()).isEqualTo("INTEGER");
    assertThat(result.rows())
        .containsExactly(List.of(Value.of(1), Value.of("y")), List.of(Value.of(2), Value.of("y")));
    assertThat(result.truncated()).isTrue();
    assertThat(result.rowsAffected()).isEmpty();
  }

  @Test
  void aBrokenScriptChangesNothingAndNamesItsPlace() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    EngineException refused =
        refusal(
            () ->
                project.design(
                    main,
                    """
                    CREATE TABLE good (id INTEGER PRIMARY KEY);
                    INSERT INTO good VALUES (1);
                    CREATE TABLE bad (id INTEGER PRIMARY KEY, id TEXT);
                    CREATE TABLE never (id INTEGER);
                    """));

    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refused.message()).contains("duplicate column name: id");
    assertThat(refused.detail("statement")).contains("3");
    assertThat(refused.detail("line")).contains("3");
    assertThat(refused.detail("offset")).as("the place in the whole script").isPresent();
    assertThat(project.admin().workspaces().get(main).schema()).contains(List.of());
    assertThat(project.admin().workspaces().get(main).version()).contains(Version.EMPTY);
    assertThat(project.changes(main)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATTACH DATABASE 'other.db' AS other",
        "VACUUM INTO 'copy.db'",
        "PRAGMA writable_schema = ON",
        "PRAGMA user_version = 7",
        "SELECT load_extension('x')",
        "COMMIT",
        "DROP TABLE missing",
        "SELEC 1",
        "-- nothing",
      })
  void whatAWorkspaceMayNotRunIsRefused(String sql) {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    assertRefused(ErrorCode.BAD_REQUEST, () -> project.design(main, sql));
    assertThat(project.changes(main)).isEmpty();
  }

  @Test
  void settingsChangeOneByOneAndWaitForADeployment() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "blog");
    Workspaces workspaces = project.admin().workspaces();

    SavedSettings saved =
        workspaces.saveSettings(
            main, new SaveSettings(Optional.of(5000), Optional.empty(), Optional.empty()));

    WorkspaceSettings expected = new WorkspaceSettings(5000, 10_000, 100);
    assertThat(saved).isEqualTo(new SavedSettings(expected, true, DatabaseType.SQLITE));
    assertThat(workspaces.settings(main)).isEqualTo(expected);
    assertThat(workspaces.diff(main).settingsPending()).isTrue();
  }

  @Test
  void settingsOfAControlWorkspaceApplyAtOnce() {
    TestProject project = project();
    WorkspaceName plane = project.workspace("plane", WorkspaceMode.CONTROL);

    SavedSettings saved =
        project
            .admin()
            .workspaces()
            .saveSettings(
                plane, new SaveSettings(Optional.empty(), Optional.of(1), Optional.empty()));

    assertThat(saved.pendingDeploy()).isFalse();
    assertThat(project.design(plane, "VALUES (1), (2)").result().rowCount()).isEqualTo(1);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    assertRefused(
        ErrorCode.BAD_REQUEST,
        "query_timeout_ms must be between 100 and 600000",
        () ->
            project
                .admin()
                .workspaces()
                .saveSettings(
                    main, new SaveSettings(Optional.of(99), Optional.empty(), Optional.empty())));
  }

  @Test
  void aSlowQueryEndsAtItsTimeLimit() {
    TestProject project = project();
    WorkspaceName plane = project.workspace("plane", WorkspaceMode.CONTROL);
    project
        .admin()
        .workspaces()
        .saveSettings(
            plane, new SaveSettings(Optional.of(200), Optional.empty(), Optional.empty()));

    EngineException refused =
        refusal(
            () ->
                project.design(
                    plane,
                    "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
                        + " SELECT count(*) FROM c"));

    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refused.message()).startsWith("query failed: timeout after ");
  }

  @Test
  void deletingTakesTheBlueprintAndItsVersions() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE a (x)");
    project.design(main, "CREATE TABLE b (x)");

    DeletedWorkspace deleted = project.admin().workspaces().delete(main);

    assertThat(deleted)
        .isEqualTo(
            new DeletedWorkspace(
                main,
                WorkspaceMode.TENANT,
                List.of(new Version(1, 0), new Version(1, 1), new Version(1, 2))));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint not found: main",
        () -> project.admin().blueprints().get(main));
    project.workspace("main");
  }

  @Test
  void aBlueprintWithTenantsKeepsItsWorkspace() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenants(main, "wayne", "globex");
    project.admin().tenants().delete(new TenantId("globex"), false);

    EngineException refused = refusal(() -> project.admin().workspaces().delete(main));

    assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refused.message()).isEqualTo("Cannot delete workspace 'main'");
    assertThat(refused.details())
        .containsEntry("reason", "Blueprint 'main' deployed to 2 production tenants")
        .containsEntry("deployed_to", List.of("wayne", "globex"))
        .containsEntry("action_required", "Delete these production tenants first, then try again");
  }
}
