package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.Project;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What happened to one tenant, read again now and then while it is shown. UI thread. */
public final class TenantLifeViewModel {
  private static final Duration CALM = Duration.ofSeconds(10);

  private final Project project;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Optional<TenantHistory>> history =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<TenantId> tenant = Optional.empty();
  private TaskRunner.Handle clock = () -> {};

  /** Creates it with what it uses. */
  public TenantLifeViewModel(Project project, TaskRunner tasks, ErrorPresenter errors) {
    this.project = project;
    this.tasks = tasks;
    this.errors = errors;
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** What happened; empty as long as it is not known. */
  ReadOnlyObjectProperty<Optional<TenantHistory>> history() {
    return history.getReadOnlyProperty();
  }

  /** Shows a tenant. */
  void show(TenantId id) {
    if (tenant.filter(id::equals).isEmpty()) {
      tenant = Optional.of(id);
      history.set(Optional.empty());
      state.set(ScreenState.LOADING);
    }
    load();
  }

  /** Reads it again; what is shown stays until it is there. */
  void load() {
    clock.close();
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    tenant.ifPresent(
        id ->
            tasks
                .call("tenant.life", () -> TenantHistory.read(project, id))
                .onSuccess(this::show)
                .onFailure(this::failed)
                .onDone(() -> clock = tasks.after(CALM, this::load))
                .latest(this)
                .start());
  }

  private void show(TenantHistory found) {
    history.set(Optional.of(found));
    state.set(ScreenState.LOADED);
  }

  private void failed(EngineException error) {
    if (history.get().isEmpty()) {
      state.set(ScreenState.failed(errors.describe(error)));
    }
  }

  /** Drops what is still to come, when the screen is left. */
  void leave() {
    clock.close();
    tasks.forget(this);
  }
}
