package io.tenantry.core.samples;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import java.time.Instant;
import java.util.Optional;

/**
 * A database of a tenant that is looked at.
 *
 * @param id its row, which is never given twice
 * @param tenantId the row of its tenant
 * @param status where its tenant stands
 * @param place where it lies
 * @param backedUpAt when its newest whole backup was begun
 * @param drifted whether its schema is not that of its version
 */
record SampledDatabase(
    long id,
    long tenantId,
    TenantStatus status,
    TenantPlace place,
    Optional<Instant> backedUpAt,
    boolean drifted) {
  TenantId tenant() {
    return place.tenant();
  }

  WorkspaceName blueprint() {
    return place.blueprint();
  }

  /** Says whether its file stays where it is for a while, so that its rows may be counted. */
  boolean isAtRest() {
    return switch (status) {
      case READY, SUSPENDED -> true;
      case DELETED, PARTIALLY_DELETED, PROVISIONING, RESTORING, RECOVERING, MIGRATING, SYNCING ->
          false;
    };
  }
}
