package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.errors.Retrying;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.recorded.RecordedRequest;
import io.tenantry.app.recorded.RecordedViewModel;
import io.tenantry.app.recorded.RecordedWords;
import io.tenantry.app.rows.RowsViewModel;
import io.tenantry.app.screens.workspaces.grid.GridViewModel;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Rollout;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * One workspace: its header, and the view models of its tabs kept in step with each other. UI
 * thread.
 */
public final class WorkspaceViewModel {
  private final Workspaces workspaces;
  private final Blueprints blueprints;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final ErrorPresenter errors;
  private final Retrying retrying = new Retrying();
  private final Notices notices;
  private final GridViewModel grid;
  private final SqlWork sqlWork;
  private final SqlViewModel sql;
  private final RowsViewModel data;
  private final WorkspaceSettingsViewModel settings;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<WorkspaceHeader> header =
      new ReadOnlyObjectWrapper<>(WorkspaceHeader.NONE);
  private Optional<String> tableToLookAt = Optional.empty();
  private String name = "";

  private record Loaded(
      Workspace workspace, WorkspaceSchema schema, boolean settingsPending, Rollout rollout) {}

  /** Creates it with what it uses; {@code journal} keeps what is typed. */
  public WorkspaceViewModel(
      Workspaces workspaces,
      Blueprints blueprints,
      TaskRunner tasks,
      Navigator navigator,
      ErrorPresenter errors,
      TextJournal journal,
      RunningWork work) {
    this.workspaces = workspaces;
    this.blueprints = blueprints;
    this.tasks = tasks;
    this.navigator = navigator;
    this.errors = errors;
    this.notices = errors.notices();
    grid = new GridViewModel(workspaces, tasks, errors, journal, this::applied);
    sqlWork = new SqlWork(work, navigator);
    RecordedViewModel recorded = new RecordedViewModel(workspaces, tasks, errors, navigator);
    sql = new SqlViewModel(workspaces, tasks, errors, journal, sqlWork, recorded, this::changed);
    recorded.onDecided(this::decided);
    data = new RowsViewModel(tasks, errors);
    settings = new WorkspaceSettingsViewModel(workspaces, tasks, errors, notices, journal);
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<WorkspaceHeader> header() {
    return header.getReadOnlyProperty();
  }

  GridViewModel grid() {
    return grid;
  }

  SqlViewModel sql() {
    return sql;
  }

  /** How many edits are staged in the grid, and not in the database yet. */
  ObservableValue<Integer> stagedEdits() {
    return grid.edits().map(now -> now.edits().size());
  }

  /** Says what shows the SQL when the user comes back to what runs there. */
  void whenSqlWanted(Runnable action) {
    sqlWork.whenWanted(action);
  }

  RowsViewModel data() {
    return data;
  }

  WorkspaceSettingsViewModel settings() {
    return settings;
  }

  /** Turns to a workspace and loads it; edits that were staged in it are still there. */
  void open(String workspace) {
    name = workspace;
    header.set(WorkspaceHeader.loading(workspace));
    state.set(ScreenState.LOADING);
    sql.open(workspace);
    load();
  }

  /** Looks at a table, as soon as the schema is there. */
  void lookAt(String table) {
    tableToLookAt = Optional.of(table);
  }

  void load() {
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    String wanted = name;
    tasks
        .call("workspace.load", () -> read(wanted))
        .onSuccess(this::show)
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  void leave() {
    tasks.forget(this);
    retrying.failed();
  }

  void openChanges() {
    navigator.go(ScreenRoute.DIFF, name);
  }

  void openWorkspaces() {
    navigator.go(ScreenRoute.WORKSPACES);
  }

  void openBlueprint() {
    navigator.go(ScreenRoute.BLUEPRINT, name);
  }

  /** Goes to the tenants of the blueprint, where the first ones are created. */
  void createTenants() {
    navigator.go(ScreenRoute.TENANTS, PlaceSubjects.newTenants(name));
  }

  void deploy() {
    navigator.go(ScreenRoute.DEPLOYMENTS, PlaceSubjects.newDeployment(name));
  }

  private Loaded read(String wanted) {
    WorkspaceName id = WorkspaceName.existing(wanted);
    Workspace workspace = workspaces.get(id);
    WorkspaceSchema schema = workspaces.schema(id);
    if (workspace.mode() == WorkspaceMode.CONTROL) {
      return new Loaded(workspace, schema, false, Rollout.NONE);
    }
    BlueprintVersions versions = blueprints.versions(id);
    Rollout rollout =
        new Rollout(versions.tenants(), versions.behind(), versions.latest().toString());
    return new Loaded(workspace, schema, workspaces.diff(id).settingsPending(), rollout);
  }

  private void show(Loaded loaded) {
    Workspace workspace = loaded.workspace();
    String id = workspace.name().value();
    grid.show(id, loaded.schema());
    tableToLookAt.ifPresent(grid::lookAt);
    tableToLookAt = Optional.empty();
    sql.show(SchemaState.of(workspace), loaded.schema());
    data.show(
        id,
        loaded.schema().tables().stream().map(WorkspaceSchema.Table::name).toList(),
        loaded.schema().views().stream().map(WorkspaceSchema.View::name).toList(),
        sql -> workspaces.query(new WorkspaceName(id), new WorkspaceQuery(sql)).result());
    settings.show(id, workspace.settings(), loaded.settingsPending());
    header.set(WorkspaceHeader.of(workspace, loaded.settingsPending(), loaded.rollout()));
    state.set(ScreenState.LOADED);
    retrying.worked();
  }

  private void failed(EngineException error) {
    retrying.failed();
    if (state.get() instanceof ScreenState.Loaded) {
      errors.showWithRetry(error, retrying.of(this::load));
    } else {
      state.set(ScreenState.failed(errors.describe(error)));
    }
  }

  private void changed(SchemaState now) {
    boolean schemaChanged = !now.version().equals(header.get().version());
    header.set(header.get().after(now));
    if (schemaChanged || !header.get().isTenantMode()) {
      load();
    }
  }

  /** A decision about rows made a version. */
  private void decided() {
    sql.decidedHere();
    load();
  }

  private void applied(WorkspaceQueryResult answer) {
    changed(SchemaState.of(answer));
    String title =
        answer
            .version()
            .map(version -> Text.of("workspace.applied.version", version.toString()))
            .orElseGet(() -> Text.of("workspace.applied.title"));
    String text =
        Stream.concat(
                answer.undeployedChanges().map(count -> Text.of("workspace.pending", count)).stream(),
                RecordedRequest.of(new WorkspaceName(name), answer).map(RecordedWords::of).stream())
            .collect(Collectors.joining(" · "));
    if (header.get().isTenantMode()) {
      notices.success(
          title, text, new Notice.Action(Text.of("workspace.seeChanges"), this::openChanges));
    } else {
      notices.success(title, text);
    }
  }
}
