package io.tenantry.contract.deployments;

import io.tenantry.contract.Coded;

/** Where a deployment stands. */
public enum DeploymentStatus implements Coded {
  /** Waiting for a worker. */
  PENDING,
  /** Tenants are being brought to the version. */
  RUNNING,
  /** All tenants are there. */
  COMPLETED,
  /** It ended, and at least one tenant failed. */
  FAILED;

  /** Returns whether nothing more will happen by itself. */
  public boolean ended() {
    return this == COMPLETED || this == FAILED;
  }
}
