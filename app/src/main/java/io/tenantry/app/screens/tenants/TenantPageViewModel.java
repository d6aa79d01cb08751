package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** One tenant on a page of its own: followed while it is shown. UI thread. */
public final class TenantPageViewModel {
  private static final Duration AT_WORK = Duration.ofMillis(500);
  private static final Duration CALM = Duration.ofSeconds(5);

  private final Tenants tenants;
  private final Blueprints blueprints;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final TenantDeeds deeds;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Optional<TenantPage>> page =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<TenantId> wanted = Optional.empty();
  private TaskRunner.Handle clock = () -> {};

  /** Creates it with what it uses. */
  public TenantPageViewModel(
      Tenants tenants,
      Blueprints blueprints,
      TaskRunner tasks,
      ErrorPresenter errors,
      RunningWork work,
      Navigator navigator) {
    this.tenants = tenants;
    this.blueprints = blueprints;
    this.tasks = tasks;
    this.errors = errors;
    deeds =
        new TenantDeeds(
            tenants,
            tasks,
            work,
            navigator,
            new SimpleObjectProperty<>(Optional.empty()),
            this::load);
  }

  /** Skeleton, failed, or the tenant. */
  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** What is known of the tenant. */
  ReadOnlyObjectProperty<Optional<TenantPage>> page() {
    return page.getReadOnlyProperty();
  }

  /** What is done to it. */
  public TenantDeeds deeds() {
    return deeds;
  }

  /** Shows a tenant, and follows it until {@link #leave}. */
  void open(TenantId id) {
    if (wanted.filter(id::equals).isEmpty()) {
      wanted = Optional.of(id);
      page.set(Optional.empty());
      state.set(ScreenState.LOADING);
    }
    load();
  }

  /** Reads it again; what is shown stays until it is there. */
  public void load() {
    clock.close();
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    wanted.ifPresent(this::ask);
  }

  private void ask(TenantId id) {
    clock.close();
    tasks
        .call("tenant.page", () -> read(id))
        .onSuccess(this::show)
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  private TenantPage read(TenantId id) {
    Tenant tenant = tenants.get(id);
    Map<WorkspaceName, Version> latest = new HashMap<>();
    for (TenantDatabase database : tenant.databases()) {
      latest.put(database.blueprint(), blueprints.versions(database.blueprint()).latest());
    }
    return new TenantPage(tenant, latest);
  }

  private void show(TenantPage found) {
    page.set(Optional.of(found));
    state.set(ScreenState.LOADED);
    boolean isAtWork = ListedTenant.of(found.tenant()).isAtWork();
    follow(isAtWork ? AT_WORK : CALM);
  }

  /** What is shown stays while the engine is away; one that is gone for good is not shown. */
  private void failed(EngineException error) {
    boolean isGone = error.code() == ErrorCode.NOT_FOUND;
    if (isGone || page.get().isEmpty()) {
      page.set(Optional.empty());
      state.set(ScreenState.failed(errors.describe(error)));
    } else {
      follow(CALM);
    }
  }

  private void follow(Duration pause) {
    clock = tasks.after(pause, () -> wanted.ifPresent(this::ask));
  }

  /**
   * Gives it a new password and shows it.
   *
   * @param then when the new password holds
   */
  void rotatePassword(Runnable then) {
    wanted.ifPresent(
        id ->
            tasks
                .call("tenant.password", () -> tenants.rotatePassword(id))
                .onSuccess(_ -> then.run())
                .onFailure(errors::show)
                .onDone(this::load)
                .start());
  }

  /** Follows nothing any more, when the screen is left; what is done goes on. */
  void leave() {
    clock.close();
    tasks.forget(this);
    wanted = Optional.empty();
  }
}
