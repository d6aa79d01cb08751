package io.tenantry.app.screens.blueprints;

import io.tenantry.app.controls.compare.SchemaComparison;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.errors.Retrying;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Rollout;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintVersion;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One blueprint: its line of versions, one of them looked at, two of them compared. UI thread. */
public final class BlueprintViewModel {
  private static final Duration RUNNING = Duration.ofMillis(500);
  private static final Duration CALM = Duration.ofSeconds(5);

  private final Blueprints blueprints;
  private final Deployments deployments;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final ErrorPresenter errors;
  private final Retrying retrying = new Retrying();
  private final Notices notices;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ObservableList<VersionEntry> versions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<VersionEntry>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<BlueprintVersion>> version =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<VersionEntry>> other =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<SchemaComparison> comparison =
      new ReadOnlyObjectWrapper<>(new SchemaComparison(List.of()));
  private Optional<String> versionToLookAt = Optional.empty();
  private final ReadOnlyObjectWrapper<ScreenState> detail =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Rollout> rollout = new ReadOnlyObjectWrapper<>(Rollout.NONE);
  private String name = "";
  private TaskRunner.Handle following = () -> {};

  private record Standing(BlueprintVersions versions, boolean moves) {}

  private record Looked(BlueprintVersion version, SchemaComparison comparison) {}

  /** Creates it with what it uses. */
  public BlueprintViewModel(
      Blueprints blueprints,
      Deployments deployments,
      TaskRunner tasks,
      Navigator navigator,
      ErrorPresenter errors,
      Notices notices) {
    this.blueprints = blueprints;
    this.deployments = deployments;
    this.tasks = tasks;
    this.navigator = navigator;
    this.errors = errors;
    this.notices = notices;
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** The versions, newest first. */
  ObservableList<VersionEntry> versions() {
    return versions;
  }

  /** The version that is looked at. */
  ReadOnlyObjectProperty<Optional<VersionEntry>> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Everything about the version that is looked at, once it is known. */
  ReadOnlyObjectProperty<Optional<BlueprintVersion>> version() {
    return version.getReadOnlyProperty();
  }

  /** What it is compared with: an older version, or nothing for the empty database. */
  ReadOnlyObjectProperty<Optional<VersionEntry>> other() {
    return other.getReadOnlyProperty();
  }

  /** How far the version that is looked at is loaded. */
  ReadOnlyObjectProperty<ScreenState> detail() {
    return detail.getReadOnlyProperty();
  }

  /** The tenants of the blueprint; of nothing until it is loaded. */
  ReadOnlyObjectProperty<Rollout> rollout() {
    return rollout.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<SchemaComparison> comparison() {
    return comparison.getReadOnlyProperty();
  }

  String name() {
    return name;
  }

  void open(String blueprint) {
    if (!blueprint.equals(name)) {
      name = blueprint;
      selected.set(Optional.empty());
      other.set(Optional.empty());
      version.set(Optional.empty());
      versions.clear();
    }
    rollout.set(Rollout.NONE);
    state.set(ScreenState.LOADING);
    load();
  }

  /** Looks at a version, as soon as the versions are there. */
  void lookAt(String wanted) {
    versionToLookAt = Optional.of(wanted);
  }

  void load() {
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    ask(this::failed);
  }

  private void ask(Consumer<EngineException> onFailure) {
    following.close();
    WorkspaceName wanted = WorkspaceName.existingBlueprint(name);
    tasks
        .call("blueprint.load", () -> standing(wanted))
        .onSuccess(this::show)
        .onFailure(onFailure)
        .latest(this)
        .start();
  }

  /** While it cannot be read it is asked again; the window says when the engine is away. */
  private void follow(Duration pause) {
    following = tasks.after(pause, () -> ask(_ -> follow(CALM)));
  }

  private Standing standing(WorkspaceName blueprint) {
    DeploymentFilter running =
        new DeploymentFilter(
            Optional.empty(),
            Optional.of(DeploymentStatus.RUNNING),
            Optional.of(blueprint),
            DeploymentFilter.Sort.CREATED_DESC);
    boolean moves = deployments.list(running, PageRequest.first(1)).total() > 0;
    return new Standing(blueprints.versions(blueprint), moves);
  }

  /** Stops following, when the screen is left. */
  void leave() {
    following.close();
    tasks.forget(this);
    retrying.failed();
  }

  /** Looks at a version and compares it with the one before. */
  void select(VersionEntry row) {
    int index = versions.indexOf(row);
    Optional<VersionEntry> before =
        index >= 0 && index + 1 < versions.size()
            ? Optional.of(versions.get(index + 1))
            : Optional.empty();
    look(row, before);
  }

  /** Compares the version that is looked at with another one. */
  void compareWith(Optional<VersionEntry> with) {
    selected.get().ifPresent(row -> look(row, with));
  }

  void openBlueprints() {
    navigator.go(ScreenRoute.BLUEPRINTS);
  }

  void openWorkspace() {
    navigator.go(ScreenRoute.WORKSPACE, name);
  }

  /** Opens the sheet in which the first tenants of the blueprint are created. */
  void createTenants() {
    navigator.go(ScreenRoute.TENANTS, PlaceSubjects.newTenants(name));
  }

  void openTenants(VersionEntry row) {
    navigator.go(ScreenRoute.TENANTS, PlaceSubjects.tenantsOn(name, row.version().toString()));
  }

  void deploy() {
    navigator.go(ScreenRoute.DEPLOYMENTS, PlaceSubjects.newDeployment(name));
  }

  /** Returns the file name that suits the version that is looked at. */
  String exportName() {
    return selected.get().map(row -> name + "-" + row.version() + ".sql").orElse(name + ".sql");
  }

  /** Writes all statements of the version that is looked at as a script. */
  void export(Path file) {
    if (version.get().isEmpty()) {
      return;
    }
    BlueprintVersion exported = version.get().get();
    tasks
        .run("blueprint.export", () -> write(file, exported))
        .onSuccess(
            _ ->
                notices.success(
                    Text.of("blueprint.exported", name, exported.version().toString()),
                    file.toString()))
        .start();
  }

  /** Returns a version as a script that builds it from nothing. */
  static String script(BlueprintVersion version) {
    StringBuilder out = new StringBuilder();
    out.append("-- ")
        .append(
            Text.of("blueprint.script", version.blueprint().value(), version.version().toString()))
        .append("\n-- ")
        .append(version.fingerprint())
        .append('\n');
    for (String statement : version.ddlStatements()) {
      String sql = statement.strip();
      out.append('\n').append(sql).append(sql.endsWith(";") ? "\n" : ";\n");
    }
    return out.toString();
  }

  private void look(VersionEntry row, Optional<VersionEntry> with) {
    if (!isLookedAt(row)) {
      version.set(Optional.empty());
      detail.set(ScreenState.LOADING);
    }
    selected.set(Optional.of(row));
    other.set(with);
    loadDetail();
  }

  /** Loads the version that is looked at, and what it is compared with. */
  void loadDetail() {
    if (selected.get().isEmpty()) {
      return;
    }
    if (detail.get() instanceof ScreenState.Failed) {
      detail.set(ScreenState.LOADING);
    }
    WorkspaceName blueprint = new WorkspaceName(name);
    Version wanted = selected.get().get().version();
    Optional<VersionEntry> with = other.get();
    tasks
        .call("blueprint.version", () -> read(blueprint, wanted, with))
        .onSuccess(
            found -> {
              version.set(Optional.of(found.version()));
              comparison.set(found.comparison());
              detail.set(ScreenState.LOADED);
            })
        .onFailure(error -> detail.set(ScreenState.failed(errors.describe(error))))
        .latest(this)
        .start();
  }

  private Looked read(WorkspaceName blueprint, Version wanted, Optional<VersionEntry> with) {
    BlueprintVersion found = blueprints.version(blueprint, wanted);
    List<String> before =
        with.map(row -> blueprints.version(blueprint, row.version()).schema()).orElse(List.of());
    return new Looked(found, SchemaComparison.of(before, found.schema()));
  }

  private void show(Standing standing) {
    BlueprintVersions found = standing.versions();
    renew(found.versions().stream().map(each -> VersionEntry.of(each, found.latest())).toList());
    rollout.set(new Rollout(found.tenants(), found.behind(), found.latest().toString()));
    state.set(ScreenState.ofCount(versions.size()));
    retrying.worked();
    lookAtWanted();
    follow(standing.moves() ? RUNNING : CALM);
  }

  /** Replaces what has changed: who looks at a version goes on, with other numbers. */
  private void renew(List<VersionEntry> now) {
    if (!now.equals(versions)) {
      selected.set(selected.get().flatMap(row -> sameIn(now, row)));
      other.set(other.get().flatMap(row -> sameIn(now, row)));
      versions.setAll(now);
    }
  }

  private static Optional<VersionEntry> sameIn(List<VersionEntry> rows, VersionEntry wanted) {
    return rows.stream().filter(row -> row.version().equals(wanted.version())).findFirst();
  }

  private void lookAtWanted() {
    Optional<String> wanted = versionToLookAt;
    versionToLookAt = Optional.empty();
    if (wanted.isPresent() || version.get().isEmpty()) {
      wanted
          .flatMap(number -> numbered(number))
          .or(selected::get)
          .or(() -> versions.stream().findFirst())
          .ifPresent(this::select);
    }
  }

  private Optional<VersionEntry> numbered(String number) {
    return versions.stream().filter(row -> number.equals(row.version().toString())).findFirst();
  }

  /** Says whether a row is the version that is looked at, whatever else it says by now. */
  boolean isLookedAt(VersionEntry row) {
    return selected.get().filter(shown -> shown.version().equals(row.version())).isPresent();
  }

  private void failed(EngineException error) {
    retrying.failed();
    if (state.get() instanceof ScreenState.Loaded) {
      errors.showWithRetry(error, retrying.of(this::load));
    } else {
      state.set(ScreenState.failed(errors.describe(error)));
    }
  }

  private static void write(Path file, BlueprintVersion version) {
    try {
      Files.writeString(file, script(version), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw EngineException.badRequest(Text.of("blueprint.notWritten", file.toString()))
          .with("reason", String.valueOf(e.getMessage()));
    }
  }
}
