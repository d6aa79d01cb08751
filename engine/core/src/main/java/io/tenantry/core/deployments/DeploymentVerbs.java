package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * What can be asked of a deployment that exists, and when. Each is one transaction of the caller
 * that moves the status, so it survives a crash whatever becomes of the tenants in work.
 */
final class DeploymentVerbs {
  private DeploymentVerbs() {}

  static void pause(Handle handle, DeploymentRow row, Instant now) {
    require(
        row.status() == DeploymentStatus.RUNNING,
        row,
        "is %s; only one that is running can be paused");
    DeploymentRepository.setStatus(handle, row.id(), DeploymentStatus.PAUSED, now);
  }

  static void cancel(Handle handle, DeploymentRow row, Instant now) {
    require(
        !row.status().ended(), row, "is %s; only one that is running or paused can be cancelled");
    DeploymentRepository.setStatus(handle, row.id(), DeploymentStatus.CANCELLED, now);
  }

  static void width(Handle handle, DeploymentRow row, int workers) {
    require(!row.status().ended(), row, "is %s; its number of workers has no effect any more");
    DeploymentRepository.setWorkers(handle, row.id(), workers);
  }

  /** Goes on where it stands; a budget that was exceeded counts from here on. */
  static void resume(Handle handle, DeploymentRow row, Instant now) {
    boolean stopped = row.status() == DeploymentStatus.FAILED && row.pending() > 0;
    require(
        stopped || row.status() == DeploymentStatus.PAUSED,
        row,
        "is %s; only one that is paused, or was stopped by its failure budget, can be resumed");
    requireFree(handle, row);
    DeploymentRepository.leaveOutGone(handle, row.id());
    int forgiven = stopped ? row.failed() : row.terms().forgiven();
    DeploymentRepository.goOn(handle, row.id(), row.terms().stage(), forgiven, now);
  }

  static void retry(Handle handle, DeploymentRow row, Instant now) {
    require(row.status() != DeploymentStatus.CANCELLED, row, "is %s; start a new one");
    require(row.status().ended(), row, "is %s");
    require(row.failed() + row.pending() > 0, row, "has no failed tenants");
    require(
        DeploymentRepository.canAnyHaveATurn(handle, row.id()),
        row,
        "has no failed tenants that still exist");
    requireFree(handle, row);
    DeploymentRepository.runAgain(handle, row.id(), now);
  }

  private static void requireFree(Handle handle, DeploymentRow row) {
    if (!row.terms().mayGoBack()) {
      DeploymentStart.requireWhole(handle, row.blueprintId(), row.minor());
    }
    if (!row.terms().dryRun()) {
      DeploymentStart.requireNoOther(handle, row.blueprintId(), row.blueprint(), row.id().value());
    }
  }

  private static void require(boolean isTrue, DeploymentRow row, String otherwise) {
    if (!isTrue) {
      throw EngineException.conflict(
          ConflictKind.CHANGED,
          "Deployment " + row.id() + " " + otherwise.formatted(row.status().code()));
    }
  }
}
