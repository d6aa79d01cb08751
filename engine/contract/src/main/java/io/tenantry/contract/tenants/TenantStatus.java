package io.tenantry.contract.tenants;

import io.tenantry.contract.Coded;

/** Where a tenant stands. Of a tenant with several databases the most restrictive one counts. */
public enum TenantStatus implements Coded {
  /** In the trash. */
  DELETED,
  /** Some of its databases could not be dropped. */
  PARTIALLY_DELETED,
  /** Its databases are being made. */
  PROVISIONING,
  /** A backup is being put back. */
  RESTORING,
  /** A point in time is being put back. */
  RECOVERING,
  /** It is switching to another host; queries wait. */
  MIGRATING,
  /** It is being copied to another host; queries work. */
  SYNCING,
  /** Queries are refused until it is resumed. */
  SUSPENDED,
  /** In use. */
  READY;

  /** Says whether its databases are at rest where they are, so that they can be backed up. */
  public boolean canBeBackedUp() {
    return switch (this) {
      case READY, SYNCING, SUSPENDED -> true;
      case DELETED, PARTIALLY_DELETED, PROVISIONING, RESTORING, RECOVERING, MIGRATING -> false;
    };
  }

  /** Says whether deployments reach it: not while it is made, nor in the trash. */
  public boolean canBeDeployedTo() {
    return switch (this) {
      case READY, SUSPENDED, SYNCING, MIGRATING, RESTORING, RECOVERING -> true;
      case DELETED, PARTIALLY_DELETED, PROVISIONING -> false;
    };
  }
}
