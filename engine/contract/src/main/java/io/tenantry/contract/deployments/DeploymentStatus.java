package io.tenantry.contract.deployments;

import io.tenantry.contract.Coded;

/**
 * Where a deployment stands. The reference has the first four; the others are met only by those who
 * pause or cancel.
 */
public enum DeploymentStatus implements Coded {
  /** Waiting for a worker. */
  PENDING,
  /** Tenants are being brought to the version. */
  RUNNING,
  /** All tenants are there. */
  COMPLETED,
  /** It ended, and at least one tenant failed. */
  FAILED,
  /** It waits for a resume; the tenants that were in work have ended, or end now (an extension). */
  PAUSED,
  /** It was cancelled; the tenants whose turn had not come stay as they are (an extension). */
  CANCELLED;

  /** Returns whether it has ended; a retry may begin it again. */
  public boolean ended() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
