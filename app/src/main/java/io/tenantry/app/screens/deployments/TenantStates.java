package io.tenantry.app.screens.deployments;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How far each tenant of one deployment is, a letter each. Asked for again while something changes,
 * at most four times a second, and less often where the answer takes long. UI thread.
 */
final class TenantStates {
  private static final Duration LEAST_REST = Duration.ofMillis(250);
  private static final int SHARE_OF_REST = 8;

  private final Deployments deployments;
  private final TaskRunner tasks;
  private final Consumer<? super EngineException> onFailure;
  private final ReadOnlyObjectWrapper<Optional<DeploymentStates>> states =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private TaskRunner.Handle resting = () -> {};
  private boolean isBusy;
  private boolean isStale;

  private record Answer(DeploymentStates states, Duration cost) {}

  TenantStates(
      Deployments deployments, TaskRunner tasks, Consumer<? super EngineException> onFailure) {
    this.deployments = deployments;
    this.tasks = tasks;
    this.onFailure = onFailure;
  }

  ReadOnlyObjectProperty<Optional<DeploymentStates>> states() {
    return states.getReadOnlyProperty();
  }

  /** Shows what was asked for elsewhere, in place of what is still on its way. */
  void show(DeploymentStates known) {
    drop();
    states.set(Optional.of(known));
  }

  /** Says that they have changed. */
  void changed(DeploymentId id) {
    if (isBusy) {
      isStale = true;
      return;
    }
    isBusy = true;
    isStale = false;
    tasks
        .call("deployment.states", () -> ask(id))
        .onSuccess(
            answer -> {
              states.set(Optional.of(answer.states()));
              resting = tasks.after(rest(answer.cost()), () -> rested(id));
            })
        .onFailure(
            error -> {
              isBusy = false;
              onFailure.accept(error);
            })
        .latest(this)
        .start();
  }

  private Answer ask(DeploymentId id) {
    long start = System.nanoTime();
    return new Answer(deployments.states(id), Duration.ofNanos(System.nanoTime() - start));
  }

  private static Duration rest(Duration cost) {
    Duration share = cost.multipliedBy(SHARE_OF_REST);
    return share.compareTo(LEAST_REST) > 0 ? share : LEAST_REST;
  }

  private void rested(DeploymentId id) {
    isBusy = false;
    if (isStale) {
      changed(id);
    }
  }

  /** Forgets them: nothing of a hundred thousand tenants stays when the screen is left. */
  void clear() {
    drop();
    states.set(Optional.empty());
  }

  private void drop() {
    resting.close();
    tasks.forget(this);
    isBusy = false;
    isStale = false;
  }
}
