package io.tenantry.core.workspaces;

import static io.tenantry.core.workspaces.WorkspaceFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.CreatedWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.DeletedWorkspace;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.SavedSettings;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.core.access.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkspaceServiceTest {
  private WorkspaceFixture engine;

  @BeforeEach
  void open(@TempDir Path root) {
    engine = new WorkspaceFixture(root);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aNewWorkspaceIsAnEmptyDatabaseAtVersionOneZero() {
    CreatedWorkspace created =
        engine
            .workspaces()
            .create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    assertThat(created.blueprint()).contains(MAIN);
    assertThat(created.connection().database()).isEqualTo("main_workspace");
    assertThat(created.connection().user()).isEqualTo(engine.project.value());
    assertThat(created.connection().password().orElseThrow().value()).startsWith("tdb_");
    assertThat(created.connectionString()).startsWith("file:").endsWith("main.db");

    Workspace workspace = engine.workspaces().get(MAIN);
    assertThat(workspace.version()).contains(new Version(1, 0));
    assertThat(workspace.undeployedChanges()).contains(0);
    assertThat(workspace.schema()).contains(List.of());
    assertThat(workspace.settings()).isEqualTo(WorkspaceSettings.defaults());
    assertThat(engine.workspaces().list())
        .containsExactly(
            new WorkspaceSummary(
                MAIN,
                MAIN,
                WorkspaceMode.TENANT,
                DatabaseType.SQLITE,
                WorkspaceFixture.NOW,
                Optional.of(new Version(1, 0)),
                Optional.of(0)));
  }

  @Test
  void controlModeHasNoBlueprint() {
    engine.createMain(WorkspaceMode.CONTROL);
    assertThat(engine.workspaces().get(MAIN).version()).isEmpty();
    assertThat(engine.run("CREATE TABLE t (a)").version()).isEmpty();
    assertThat(engine.blueprints().list()).isEmpty();
    String message = "Workspace 'main' is in control mode and has no blueprint versions";
    assertFails(ErrorCode.BAD_REQUEST, message, () -> engine.workspaces().diff(MAIN));
    assertFails(ErrorCode.BAD_REQUEST, message, () -> engine.workspaces().skip(MAIN, 1));
    assertFails(ErrorCode.BAD_REQUEST, message, () -> engine.workspaces().revert(MAIN, 1));
  }

  @Test
  void aNameIsTakenOnce() {
    engine.createMain(WorkspaceMode.TENANT);
    engine.run("CREATE TABLE t (a)");
    assertFails(
        ErrorCode.CONFLICT,
        "Workspace 'main' already exists",
        () -> engine.createMain(WorkspaceMode.CONTROL));
    assertThat(engine.workspaces().schema(MAIN).tables()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = DatabaseType.class, names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
  void otherDatabaseTypesAreRefused(DatabaseType type) {
    assertFails(
        ErrorCode.BAD_REQUEST,
        "This engine has no backend for " + type.code() + " databases. Use SQLite.",
        () -> engine.workspaces().create(new CreateWorkspace(MAIN, type, WorkspaceMode.TENANT)));
    assertThat(engine.workspaces().list()).isEmpty();
  }

  @Test
  void deletingTakesDatabaseAndVersionsAway() {
    engine.createMain(WorkspaceMode.TENANT);
    engine.run("CREATE TABLE t (a)");
    assertThat(engine.workspaces().delete(MAIN))
        .isEqualTo(
            new DeletedWorkspace(
                MAIN, WorkspaceMode.TENANT, List.of(new Version(1, 0), new Version(1, 1))));
    assertThat(engine.workspacesFolder()).isEmptyDirectory();
    assertFails(
        ErrorCode.NOT_FOUND, "Workspace not found: main", () -> engine.workspaces().get(MAIN));
    engine.createMain(WorkspaceMode.TENANT);
    assertThat(engine.workspaces().schema(MAIN).tables()).isEmpty();
  }

  @Test
  void aWorkspaceWithTenantsStays() {
    engine.createMain(WorkspaceMode.TENANT);
    engine.putTenant("wayne", "ready", 0);
    engine.putTenant("globex", "deleted", 0);
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> engine.workspaces().delete(MAIN))
        .withMessage("Cannot delete workspace 'main'")
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(error.details())
                  .containsEntry("reason", "Blueprint 'main' deployed to 2 production tenants")
                  .containsEntry("deployed_to", List.of("wayne", "globex"))
                  .containsEntry(
                      "action_required", "Delete these production tenants first, then try again");
            });
    assertThat(engine.workspaces().get(MAIN).schema()).isPresent();
  }

  @Test
  void settingsWaitForADeploymentInTenantModeOnly() {
    engine.createMain(WorkspaceMode.TENANT);
    SaveSettings change = new SaveSettings(Optional.of(500), Optional.empty(), Optional.empty());
    SavedSettings saved = engine.workspaces().saveSettings(MAIN, change);
    assertThat(saved)
        .isEqualTo(
            new SavedSettings(new WorkspaceSettings(500, 10_000, 100), true, DatabaseType.SQLITE));
    assertThat(engine.workspaces().settings(MAIN)).isEqualTo(saved.settings());
    assertThat(engine.workspaces().diff(MAIN).settingsPending()).isTrue();

    WorkspaceName control = new WorkspaceName("control_plane");
    engine
        .workspaces()
        .create(new CreateWorkspace(control, DatabaseType.SQLITE, WorkspaceMode.CONTROL));
    assertThat(engine.workspaces().saveSettings(control, change).pendingDeploy()).isFalse();
  }

  @Test
  void settingsOutOfRangeChangeNothing() {
    engine.createMain(WorkspaceMode.TENANT);
    SaveSettings tooFew = new SaveSettings(Optional.empty(), Optional.of(0), Optional.empty());
    assertFails(
        ErrorCode.BAD_REQUEST,
        "max_rows_per_query must be between 1 and 1000000",
        () -> engine.workspaces().saveSettings(MAIN, tooFew));
    assertThat(engine.workspaces().settings(MAIN)).isEqualTo(WorkspaceSettings.defaults());
  }

  @Test
  void readersLookAndOnlyAdministratorsChange() {
    engine.createMain(WorkspaceMode.TENANT);
    WorkspaceService reader = engine.workspaces(Role.READ, Scope.PROJECT);
    assertThat(reader.list()).hasSize(1);
    assertThat(reader.get(MAIN).name()).isEqualTo(MAIN);
    String refusal = "this endpoint requires one of the following roles: admin";
    assertFails(ErrorCode.ROLE_REQUIRED, refusal, () -> reader.delete(MAIN));
    WorkspaceService writer = engine.workspaces(Role.WRITE, Scope.PROJECT);
    assertFails(ErrorCode.ROLE_REQUIRED, refusal, () -> writer.skip(MAIN, 1));
  }

  @Test
  void aScopeHidesOtherWorkspaces() {
    engine.createMain(WorkspaceMode.TENANT);
    Scope other = WorkspaceFixture.workspaceScope("other");
    WorkspaceService outside = engine.workspaces(Role.ADMIN, other);
    assertThat(outside.list()).isEmpty();
    assertThat(engine.blueprints(Role.ADMIN, other).list()).isEmpty();
    String refusal = "credential scoped to workspaces [other], attempted \"main\"";
    assertFails(ErrorCode.SCOPE_DENIED, refusal, () -> outside.get(MAIN));
    assertFails(
        ErrorCode.SCOPE_DENIED, refusal, () -> engine.blueprints(Role.ADMIN, other).versions(MAIN));
    assertThat(engine.workspaces(Role.ADMIN, WorkspaceFixture.workspaceScope("main")).list())
        .hasSize(1);
  }

  @Test
  void aLostDatabaseIsSaidSo() throws Exception {
    engine.createMain(WorkspaceMode.TENANT);
    Files.delete(engine.folder.workspace(engine.project, MAIN));
    Workspace workspace = engine.workspaces().get(MAIN);
    assertThat(workspace.schema()).isEmpty();
    assertThat(workspace.schemaError().orElseThrow()).contains("cannot be opened");
  }

  static void assertFails(ErrorCode code, String message, ThrowingCallable call) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call)
        .withMessage(message)
        .satisfies(error -> assertThat(error.code()).isEqualTo(code));
  }
}
