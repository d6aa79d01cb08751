package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.compare.SchemaComparison;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.errors.Retrying;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.recorded.CarrySwitch;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Rollout;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.SkippedChange;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The changes of one workspace that no tenant has yet. UI thread. */
public final class DiffViewModel {
  private final Workspaces workspaces;
  private final Blueprints blueprints;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final ErrorPresenter errors;
  private final CarrySwitch carrySwitch;
  private final Retrying retrying = new Retrying();
  private final Notices notices;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<DiffSummary> summary =
      new ReadOnlyObjectWrapper<>(DiffSummary.NONE);
  private final ReadOnlyObjectWrapper<Baseline> baseline =
      new ReadOnlyObjectWrapper<>(Baseline.NOTHING);
  private final ReadOnlyObjectWrapper<SchemaComparison> comparison =
      new ReadOnlyObjectWrapper<>(new SchemaComparison(List.of()));
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper control = new ReadOnlyBooleanWrapper();
  private final ObservableList<PendingChange> changes = FXCollections.observableArrayList();
  private final ObservableList<DataStatement> data = FXCollections.observableArrayList();
  private final ObservableList<ChangeWarning> warnings = FXCollections.observableArrayList();
  private final ObservableList<SkippedChange> skipped = FXCollections.observableArrayList();
  private final ObservableList<Baseline> baselines = FXCollections.observableArrayList();
  private String workspace = "";
  private String script = "";

  private record Loaded(
      WorkspaceDiff diff,
      BlueprintVersions versions,
      Baseline baseline,
      SchemaComparison schema,
      String script) {}

  /** Creates it with what it uses. */
  public DiffViewModel(
      Workspaces workspaces,
      Blueprints blueprints,
      TaskRunner tasks,
      Navigator navigator,
      ErrorPresenter errors,
      Notices notices) {
    this.workspaces = workspaces;
    this.blueprints = blueprints;
    this.tasks = tasks;
    this.navigator = navigator;
    this.errors = errors;
    this.notices = notices;
    carrySwitch = new CarrySwitch(workspaces, tasks, errors);
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<DiffSummary> summary() {
    return summary.getReadOnlyProperty();
  }

  /** The pending changes in the order in which tenants will get them. */
  ObservableList<PendingChange> changes() {
    return changes;
  }

  /** The data statements that came with the pending changes, oldest first. */
  ObservableList<DataStatement> data() {
    return data;
  }

  /** What the pending changes do to tenants with rows, in the order in which they run. */
  ObservableList<ChangeWarning> warnings() {
    return warnings;
  }

  /** What the workspace has and no version brings, because it was skipped. */
  ObservableList<SkippedChange> skipped() {
    return skipped;
  }

  /** What the latest version can be compared with. */
  ObservableList<Baseline> baselines() {
    return baselines;
  }

  ReadOnlyObjectProperty<Baseline> baseline() {
    return baseline.getReadOnlyProperty();
  }

  /** The objects of the latest version against the baseline. */
  ReadOnlyObjectProperty<SchemaComparison> comparison() {
    return comparison.getReadOnlyProperty();
  }

  /** Whether the workspace has no versions that could be deployed. */
  ReadOnlyBooleanProperty control() {
    return control.getReadOnlyProperty();
  }

  /** Whether a skip or a revert is under way. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void open(String name) {
    workspace = name;
    summary.set(DiffSummary.NONE);
    state.set(ScreenState.LOADING);
    load(Optional.empty());
  }

  void reload() {
    load(Optional.of(baseline.get()));
  }

  void leave() {
    tasks.forget(this);
    retrying.failed();
  }

  /** Compares the latest version with something else. */
  void compareWith(Baseline other) {
    if (!other.equals(baseline.get())) {
      load(Optional.of(other));
    }
  }

  /** Returns all that tenants run, in order, for those that are furthest behind. */
  String script() {
    return script;
  }

  /** Takes a change out of what is deployed; the workspace keeps it. */
  void skip(PendingChange row) {
    WorkspaceName name = new WorkspaceName(workspace);
    act(
        "diff.skip",
        () -> workspaces.skip(name, row.id()),
        Text.of("diff.skipped.title", row.object()),
        Text.of("diff.skipped.text"),
        error -> refused("diff.skip.refused", row, error));
  }

  /** Runs the inverse of a change in the workspace and takes it out of what is deployed. */
  void revert(PendingChange row) {
    WorkspaceName name = new WorkspaceName(workspace);
    act(
        "diff.revert",
        () -> workspaces.revert(name, row.id()),
        Text.of("diff.reverted.title", row.object()),
        row.inverse().orElse(""),
        error -> refused("diff.revert.refused", row, error));
  }

  /** Puts a skipped change back, behind all others. */
  void include(SkippedChange row) {
    WorkspaceName name = new WorkspaceName(workspace);
    act(
        "diff.include",
        () -> workspaces.include(name, row.change().id()),
        Text.of("diff.included.title", row.change().object()),
        Text.of("diff.included.text"));
  }

  /** Decides whether tenants run a data statement. */
  void carry(DataStatement statement, boolean carried) {
    if (!busy.get()) {
      busy.set(true);
      carrySwitch.decide(new WorkspaceName(workspace), statement, carried, this::acted);
    }
  }

  void openWorkspaces() {
    navigator.go(ScreenRoute.WORKSPACES);
  }

  void openWorkspace() {
    navigator.go(ScreenRoute.WORKSPACE, workspace);
  }

  void openBlueprint() {
    navigator.go(ScreenRoute.BLUEPRINT, workspace);
  }

  /** Goes to the tenants of the blueprint, where the first ones are created. */
  void createTenants() {
    navigator.go(ScreenRoute.TENANTS, PlaceSubjects.newTenants(workspace));
  }

  void openDeployments() {
    navigator.go(ScreenRoute.DEPLOYMENTS);
  }

  void deploy() {
    navigator.go(ScreenRoute.DEPLOYMENTS, PlaceSubjects.newDeployment(workspace));
  }

  private void act(String call, Runnable work, String title, String text) {
    act(call, work, title, text, errors::show);
  }

  private void act(
      String call,
      Runnable work,
      String title,
      String text,
      Consumer<? super EngineException> onFailure) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    tasks
        .run(call, work)
        .onSuccess(_ -> notices.success(title, text))
        .onFailure(onFailure)
        .onDone(this::acted)
        .start();
  }

  private void acted() {
    busy.set(false);
    reload();
  }

  /** Engines count changes in their own way; here a change is called by its place in the list. */
  private void refused(String key, PendingChange row, EngineException error) {
    Optional<String> needed =
        error
            .detail("object")
            .or(() -> error.detail("statement"))
            .filter(_ -> error.conflictKind().filter(ConflictKind.NEEDED::equals).isPresent())
            .map(by -> Text.of("diff.needed", by, error.detail("reason").orElse("")));
    if (needed.isEmpty()) {
      errors.show(error);
    } else {
      String title = Text.of(key, row.place(), row.object());
      String remedy = errors.describe(error).action();
      notices.show(Tone.WARNING, new Problem(title, needed.get(), remedy, Optional.empty()));
    }
  }

  private void load(Optional<Baseline> wanted) {
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    String name = workspace;
    tasks
        .call("diff.load", () -> read(name, wanted))
        .onSuccess(this::show)
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  private Optional<Loaded> read(String name, Optional<Baseline> wanted) {
    WorkspaceName id = WorkspaceName.existing(name);
    if (workspaces.get(id).mode() == WorkspaceMode.CONTROL) {
      return Optional.empty();
    }
    WorkspaceDiff diff = workspaces.diff(id);
    BlueprintVersions versions = blueprints.versions(id);
    List<Baseline> choices = Baseline.choices(versions);
    Baseline chosen = wanted.filter(choices::contains).orElse(choices.getFirst());
    List<String> before =
        chosen.version().map(version -> blueprints.version(id, version).schema()).orElse(List.of());
    List<String> after = blueprints.version(id, diff.version()).schema();
    String whole = DeployScript.of(blueprints, versions);
    return Optional.of(
        new Loaded(diff, versions, chosen, SchemaComparison.of(before, after), whole));
  }

  private void show(Optional<Loaded> found) {
    if (found.isEmpty()) {
      control.set(true);
      state.set(ScreenState.EMPTY);
      retrying.worked();
      return;
    }
    control.set(false);
    Loaded loaded = found.get();
    WorkspaceDiff diff = loaded.diff();
    List<PendingChange> rows = new ArrayList<>();
    diff.changes().forEach(change -> rows.add(PendingChange.of(change, rows.size() + 1)));
    summary.set(summary(diff, loaded.versions(), rows));
    baselines.setAll(Baseline.choices(loaded.versions()));
    baseline.set(loaded.baseline());
    comparison.set(loaded.schema());
    data.setAll(diff.dataStatements());
    warnings.setAll(diff.warnings());
    skipped.setAll(diff.skippedChanges());
    script = loaded.script();
    changes.setAll(rows);
    int others = diff.skippedChanges().size() + (diff.settingsPending() ? 1 : 0);
    state.set(ScreenState.ofCount(rows.size() + others));
    retrying.worked();
  }

  private static DiffSummary summary(
      WorkspaceDiff diff, BlueprintVersions versions, List<PendingChange> rows) {
    return new DiffSummary(
        diff.workspace().value(),
        Optional.of(diff.version()),
        rows.size(),
        rows.stream().filter(PendingChange::destructive).count(),
        diff.dataStatements().stream()
            .filter(statement -> !statement.carried())
            .mapToLong(DataStatement::count)
            .sum(),
        diff.settingsPending(),
        diff.skippedChanges().size(),
        new Rollout(versions.tenants(), versions.behind(), versions.latest().toString()));
  }

  private void failed(EngineException error) {
    retrying.failed();
    if (state.get() instanceof ScreenState.Loaded) {
      errors.showWithRetry(error, retrying.of(this::reload));
    } else {
      state.set(ScreenState.failed(errors.describe(error)));
    }
  }
}
