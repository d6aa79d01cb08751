package io.tenantry.app.screens.deployments;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.Deployments;

/** Cancels a deployment from wherever it is told of, past the question of its page. UI thread. */
public final class DeploymentCancelling {
  private final TaskRunner tasks;
  private final WriteGuard guard;
  private final ErrorPresenter errors;

  public DeploymentCancelling(TaskRunner tasks, WriteGuard guard, ErrorPresenter errors) {
    this.tasks = tasks;
    this.guard = guard;
    this.errors = errors;
  }

  /** Looks how it stands, asks at the level of its connection, and cancels it. */
  public void ask(Deployments deployments, GuardLevel level, DeploymentId id) {
    tasks
        .call("deployment.cancel.look", () -> deployments.get(id))
        .onSuccess(found -> ask(deployments, level, found))
        .onFailure(errors::show)
        .start();
  }

  private void ask(Deployments deployments, GuardLevel level, Deployment found) {
    if (DeploymentVerb.CANCEL.isPossible(found)) {
      guard.run(
          level,
          DeploymentActions.question(DeploymentVerb.CANCEL, found),
          () ->
              tasks
                  .call("deployment.cancel", () -> deployments.cancel(found.jobId()))
                  .onFailure(errors::show)
                  .start());
    }
  }
}
