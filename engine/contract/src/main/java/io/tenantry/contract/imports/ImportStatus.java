package io.tenantry.contract.imports;

import io.tenantry.contract.Coded;

/** Where a data import stands. */
public enum ImportStatus implements Coded {
  /** Rows are being sorted by tenant and copied. */
  RUNNING,
  /** All tenants have their rows. */
  COMPLETED,
  /** It ended, and at least one tenant, or all of it, failed. */
  FAILED,
  /** It was cancelled; tenants that were done keep their rows. */
  CANCELLED;

  /** Returns whether nothing more will happen by itself. */
  public boolean ended() {
    return this != RUNNING;
  }
}
