package io.tenantry.app.screens.drift;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.Project;
import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.Adopted;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.drift.ForcedBack;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The schema of one tenant against its version, and what is done about a drift. UI thread. */
public final class DriftViewModel {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Project project;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Optional<SchemaStanding>> standing =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
  private final ObservableList<WorkspaceName> choices = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<WorkspaceName>> database =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<TenantId> tenant = Optional.empty();
  private TaskRunner.Handle clock = () -> {};

  private record Read(List<WorkspaceName> databases, SchemaStanding standing) {}

  /** Creates it with what it uses. */
  public DriftViewModel(Project project, TaskRunner tasks, ErrorPresenter errors) {
    this.project = project;
    this.tasks = tasks;
    this.errors = errors;
    database.subscribe((before, _) -> chosen(before));
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** How the schema stands; empty as long as it is not known. */
  ReadOnlyObjectProperty<Optional<SchemaStanding>> standing() {
    return standing.getReadOnlyProperty();
  }

  /** Whether the engine looks into the file. */
  ReadOnlyBooleanProperty checking() {
    return checking.getReadOnlyProperty();
  }

  /** The databases of the tenant, by blueprint. */
  ObservableList<WorkspaceName> choices() {
    return choices;
  }

  /** Which of them is looked at. */
  ObjectProperty<Optional<WorkspaceName>> database() {
    return database;
  }

  TenantId tenant() {
    return tenant.orElseThrow();
  }

  /** Shows a tenant. */
  void show(TenantId id) {
    if (tenant.filter(id::equals).isEmpty()) {
      tenant = Optional.of(id);
      standing.set(Optional.empty());
      state.set(ScreenState.LOADING);
    }
    load();
  }

  private void chosen(Optional<WorkspaceName> before) {
    if (before.isPresent()) {
      load();
    }
  }

  /** Reads both schemas again; what is shown stays until they are there. */
  void load() {
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    TenantId id = tenant();
    Optional<WorkspaceName> wanted = database.get();
    tasks
        .call("drift.read", () -> read(id, wanted))
        .onSuccess(this::show)
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  private Read read(TenantId id, Optional<WorkspaceName> wanted) {
    List<TenantDatabase> databases = project.tenants().get(id).databases();
    TenantDatabase looked =
        databases.stream()
            .filter(each -> wanted.filter(each.blueprint()::equals).isPresent())
            .findFirst()
            .orElseGet(databases::getFirst);
    return new Read(
        databases.stream().map(TenantDatabase::blueprint).toList(),
        new SchemaReading(project).of(id, looked));
  }

  private void show(Read found) {
    if (!choices.equals(found.databases())) {
      choices.setAll(found.databases());
    }
    standing.set(Optional.of(found.standing()));
    if (database.get().isEmpty()) {
      database.set(Optional.of(found.standing().blueprint()));
    }
    state.set(ScreenState.LOADED);
  }

  private void failed(EngineException error) {
    standing.set(Optional.empty());
    state.set(ScreenState.failed(errors.describe(error)));
  }

  /** Has the engine look into the file, which may take its turn behind a check of all. */
  void check() {
    TenantId id = tenant();
    standing
        .get()
        .ifPresent(
            now -> {
              checking.set(true);
              tasks
                  .call("drift.check", () -> project.drift().check(now.blueprint(), List.of(id)))
                  .onSuccess(this::follow)
                  .onFailure(this::notDone)
                  .start();
            });
  }

  private void follow(DriftCheck check) {
    clock.close();
    if (check.status() == DriftCheck.Status.COMPLETED) {
      checking.set(false);
      load();
      return;
    }
    clock =
        tasks.after(
            LOOK,
            () ->
                tasks
                    .call("drift.follow", () -> project.drift().lastCheck(check.blueprint()))
                    .onSuccess(this::follow)
                    .onFailure(this::notDone)
                    .latest(checking)
                    .start());
  }

  private void notDone(EngineException error) {
    checking.set(false);
    errors.show(error);
    load();
  }

  /** Accepts what was found. */
  void accept(Runnable then) {
    TenantId id = tenant();
    standing
        .get()
        .ifPresent(
            now ->
                done(
                    "drift.accept",
                    () -> project.drift().accept(id, now.blueprint()),
                    _ -> then.run()));
  }

  /** Makes what was found a version. */
  void adopt(Consumer<Adopted> then) {
    TenantId id = tenant();
    standing
        .get()
        .ifPresent(
            now ->
                done(
                    "drift.adopt",
                    () -> project.drift().adopt(id, new AdoptDrift(now.blueprint())),
                    then));
  }

  private <T> void done(String name, Callable<T> work, Consumer<? super T> then) {
    tasks.longCall(name, work).onSuccess(then).onFailure(errors::show).onDone(this::load).start();
  }

  /**
   * Brings the schema of the version back.
   *
   * @param isLossConfirmed whether rows and values may be lost
   * @param onLoss is told what would be lost, when that was not confirmed; nothing has happened
   */
  void forceBack(
      boolean isLossConfirmed, Consumer<ForcedBack> then, Consumer<List<String>> onLoss) {
    TenantId id = tenant();
    standing
        .get()
        .ifPresent(
            now ->
                tasks
                    .longCall(
                        "drift.forceBack",
                        () ->
                            project
                                .drift()
                                .forceBack(id, new ForceBack(now.blueprint(), isLossConfirmed)))
                    .onSuccess(then)
                    .onFailure(error -> refused(error, onLoss))
                    .onDone(this::load)
                    .start());
  }

  private void refused(EngineException error, Consumer<List<String>> onLoss) {
    if (error.code() == ErrorCode.CONFLICT
        && error.details().get("losses") instanceof List<?> all) {
      onLoss.accept(all.stream().map(String::valueOf).toList());
    } else {
      errors.show(error);
    }
  }

  /** Drops what is still to come, when the screen is left; what is done goes on. */
  void leave() {
    clock.close();
    checking.set(false);
    tasks.forget(checking);
    tasks.forget(this);
  }
}
