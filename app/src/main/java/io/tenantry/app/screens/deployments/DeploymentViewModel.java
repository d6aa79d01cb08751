package io.tenantry.app.screens.deployments;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One deployment: its figures, a state per tenant, failures by message, and retry. */
public final class DeploymentViewModel {
  private static final int PAGE = 1000;

  /** Above this many tenants the states are fetched less often: they are the costly part. */
  private static final int MANY = 5_000;

  private static final Duration PERIOD = Duration.ofMillis(300);
  private static final Duration SLOW_PERIOD = Duration.ofSeconds(2);

  private final Deployments deployments;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Optional<Deployment>> deployment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Pace> pace =
      new ReadOnlyObjectWrapper<>(new Pace(0, Optional.empty()));
  private final ReadOnlyBooleanWrapper canRetry = new ReadOnlyBooleanWrapper();
  private final ObservableList<DeploymentTenant> tenants = FXCollections.observableArrayList();
  private final ObservableList<FailureGroup> failures = FXCollections.observableArrayList();
  private TaskRunner.Handle following = () -> {};

  /** What one round of following brings. */
  private record Snapshot(Deployment deployment, List<DeploymentTenant> tenants) {}

  public DeploymentViewModel(Deployments deployments, TaskRunner tasks, ErrorPresenter errors) {
    this.deployments = deployments;
    this.tasks = tasks;
    this.errors = errors;
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Deployment>> deployment() {
    return deployment.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Pace> pace() {
    return pace.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canRetry() {
    return canRetry.getReadOnlyProperty();
  }

  /** One per tenant, in catalog order. */
  ObservableList<DeploymentTenant> tenants() {
    return tenants;
  }

  /** Failures by message, the largest group first. */
  ObservableList<FailureGroup> failures() {
    return failures;
  }

  /** Loads a deployment, and again as long as it runs. */
  void load(DeploymentId id) {
    following.close();
    tasks
        .call("deployment.get", () -> snapshot(id))
        .onSuccess(this::show)
        .onFailure(error -> state.set(ScreenState.failed(errors.describe(error))))
        .latest(this)
        .start();
  }

  private Snapshot snapshot(DeploymentId id) {
    List<DeploymentTenant> all = new ArrayList<>();
    Deployment found = deployments.get(id);
    Optional<String> cursor = Optional.empty();
    do {
      Page<DeploymentTenant> page =
          deployments.tenants(id, Set.of(), new PageRequest(Optional.of(PAGE), cursor));
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    return new Snapshot(found, all);
  }

  private void show(Snapshot snapshot) {
    Deployment found = snapshot.deployment();
    pace.set(Pace.of(found, Instant.now()));
    deployment.set(Optional.of(found));
    tenants.setAll(snapshot.tenants());
    List<FailureGroup> groups =
        FailureGroup.of(
            snapshot.tenants().stream()
                .filter(tenant -> tenant.state() == DeploymentTenant.State.FAILED)
                .toList());
    if (!failures.equals(groups)) {
      failures.setAll(groups);
    }
    canRetry.set(found.status().ended() && found.failedTenants() > 0);
    state.set(ScreenState.LOADED);
    if (!found.status().ended()) {
      Duration period = found.totalTenants() > MANY ? SLOW_PERIOD : PERIOD;
      following = tasks.after(period, () -> load(found.jobId()));
    }
  }

  /** Runs the failed tenants again. */
  void retry() {
    deployment
        .get()
        .ifPresent(
            found ->
                tasks
                    .call("deployment.retry", () -> deployments.retry(found.jobId()))
                    .onSuccess(again -> load(again.jobId()))
                    .start());
  }

  /** Stops following, when the screen is left. */
  void leave() {
    following.close();
    tasks.forget(this);
  }
}
