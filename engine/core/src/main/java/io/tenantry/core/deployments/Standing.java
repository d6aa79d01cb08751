package io.tenantry.core.deployments;

import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.hosts.TenantPlace;

/** Where the catalog says a tenant's database is now, and what goes on with the tenant. */
record Standing(TenantStatus status, TenantPlace place) {
  /** Returns whether its file may be replaced at any moment. */
  boolean isBusy() {
    return switch (status) {
      case MIGRATING, SYNCING, RESTORING, RECOVERING, PROVISIONING -> true;
      case READY, SUSPENDED, DELETED, PARTIALLY_DELETED -> false;
    };
  }

  String reason() {
    return "is " + status.code() + "; retry when that is over";
  }
}
