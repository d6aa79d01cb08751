package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One tenant beside the list: its databases with their connections, and its last deployments. */
public final class TenantViewModel {
  private static final int SHOWN_DEPLOYMENTS = 8;

  private final Tenants tenants;
  private final Deployments deployments;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<Detail>> detail =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final ReadOnlyLongWrapper selected = new ReadOnlyLongWrapper();
  private Optional<TenantId> wanted = Optional.empty();

  /**
   * What is shown.
   *
   * @param tenant the tenant with its connections
   * @param deployments its last ones, newest first
   */
  record Detail(Tenant tenant, List<TenantDeployment> deployments) {
    Detail {
      deployments = List.copyOf(deployments);
    }
  }

  public TenantViewModel(
      Tenants tenants, Deployments deployments, TaskRunner tasks, ErrorPresenter errors) {
    this.tenants = tenants;
    this.deployments = deployments;
    this.tasks = tasks;
    this.errors = errors;
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Detail>> detail() {
    return detail.getReadOnlyProperty();
  }

  /** Shows a tenant. */
  void show(TenantId id) {
    wanted = Optional.of(id);
    tasks
        .call("tenant.get", () -> read(id))
        .onSuccess(
            found -> {
              detail.set(Optional.of(found));
              state.set(ScreenState.LOADED);
            })
        .onFailure(error -> state.set(ScreenState.failed(errors.describe(error))))
        .latest(this)
        .start();
  }

  private Detail read(TenantId id) {
    Tenant tenant = tenants.get(id);
    return new Detail(
        tenant, deployments.ofTenant(id, PageRequest.first(SHOWN_DEPLOYMENTS)).items());
  }

  /** Reads the tenant again that is shown, or that could not be read. */
  void again() {
    wanted.ifPresent(this::show);
  }

  /** How many are selected while none is shown. */
  ReadOnlyLongProperty selected() {
    return selected.getReadOnlyProperty();
  }

  /** Shows none, because so many are selected. */
  void clear(long count) {
    selected.set(count);
    wanted = Optional.empty();
    tasks.forget(this);
    detail.set(Optional.empty());
    state.set(ScreenState.EMPTY);
  }
}
