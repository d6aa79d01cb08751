package io.tenantry.app.screens.deployments;

import io.tenantry.app.guard.GuardedChange;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentDetail;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentStatus;
import java.util.Locale;

/** What can be done with a deployment, and when; in the order of its buttons. */
enum DeploymentVerb {
  UNDO,
  CANCEL,
  PAUSE,
  RESUME,
  RETRY;

  /** Says whether a deployment that stands there can take it. */
  boolean isPossible(Deployment deployment) {
    DeploymentStatus status = deployment.status();
    int notReached = deployment.detail().notReachedTenants();
    return switch (this) {
      case PAUSE -> status == DeploymentStatus.RUNNING;
      case CANCEL -> !status.ended();
      case UNDO -> status.ended() && deployment.completedTenants() > 0 && isUndoable(deployment);
      case RETRY ->
          status == DeploymentStatus.FAILED
              && deployment.failedTenants() + notReached > 0
              && deployment.detail().undoneBy().isEmpty();
      case RESUME ->
          status == DeploymentStatus.PAUSED
              || (status == DeploymentStatus.FAILED && notReached > 0);
    };
  }

  private static boolean isUndoable(Deployment deployment) {
    DeploymentDetail detail = deployment.detail();
    return detail.kind() == DeploymentKind.DEPLOY
        && !detail.dryRun()
        && detail.undoneBy().isEmpty();
  }

  /** How much care it needs before the connection's own level. */
  GuardedChange.Weight weight() {
    return switch (this) {
      case PAUSE, RETRY, RESUME -> GuardedChange.Weight.NORMAL;
      case CANCEL, UNDO -> GuardedChange.Weight.DESTRUCTIVE;
    };
  }

  /** Key of its words in the texts. */
  String key() {
    return "deployment." + name().toLowerCase(Locale.ROOT);
  }
}
