package io.tenantry.app.screens.deployments;

import io.tenantry.app.tasks.StateWatch;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.error.EngineException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A dry run of what a sheet is to start: tried on copies and followed to its end. It answers for
 * what it was started with only. UI thread.
 */
final class DeploymentTrial {
  private final Deployments deployments;
  private final TaskRunner tasks;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
  private TaskRunner.Handle following = () -> {};

  /** How far it is. */
  sealed interface State {
    State NONE = new None();

    /** Nothing was tried. */
    record None() implements State {}

    /**
     * It is under way.
     *
     * @param deployment the dry run; empty until it has begun
     */
    record Going(Optional<Deployment> deployment) implements State {}

    /** It has ended. */
    record Ended(Deployment deployment) implements State {}

    /** It could not be tried. */
    record Failed(EngineException reason) implements State {}
  }

  DeploymentTrial(Deployments deployments, TaskRunner tasks) {
    this.deployments = deployments;
    this.tasks = tasks;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  boolean isGoing() {
    return state.get() instanceof State.Going;
  }

  /** Tries it. */
  void start(CreateDeployment wanted) {
    clear();
    state.set(new State.Going(Optional.empty()));
    tasks
        .call("deployment.try", () -> deployments.create(wanted.with(wanted.options().asDryRun())))
        .onSuccess(this::follow)
        .onFailure(this::fail)
        .latest(this)
        .start();
  }

  private void follow(Deployment started) {
    state.set(new State.Going(Optional.of(started)));
    DeploymentId id = started.jobId();
    following =
        StateWatch.start(
            tasks,
            "deployment.try.watch",
            listener -> deployments.watch(id, listener),
            this::told,
            this::fail);
  }

  private void told(Deployment now) {
    if (now.status().ended()) {
      following.close();
      state.set(new State.Ended(now));
    } else {
      state.set(new State.Going(Optional.of(now)));
    }
  }

  private void fail(EngineException reason) {
    state.set(new State.Failed(reason));
  }

  /** Forgets it, and lets no further tenant be tried. */
  void clear() {
    following.close();
    tasks.forget(this);
    if (state.get() instanceof State.Going(Optional<Deployment> deployment)) {
      deployment.ifPresent(this::cancel);
    }
    state.set(State.NONE);
  }

  /** One that has ended meanwhile needs no end. */
  private void cancel(Deployment dryRun) {
    tasks
        .call("deployment.try.stop", () -> deployments.cancel(dryRun.jobId()))
        .onFailure(_ -> {})
        .start();
  }
}
