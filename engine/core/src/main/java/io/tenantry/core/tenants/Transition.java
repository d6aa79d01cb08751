package io.tenantry.core.tenants;

import static io.tenantry.contract.tenants.TenantStatus.DELETED;
import static io.tenantry.contract.tenants.TenantStatus.PARTIALLY_DELETED;
import static io.tenantry.contract.tenants.TenantStatus.READY;
import static io.tenantry.contract.tenants.TenantStatus.SUSPENDED;

import io.tenantry.contract.tenants.TenantStatus;
import java.util.EnumSet;
import java.util.Set;

/** The steps of a tenant's life, each with the states it may start from. */
enum Transition {
  SUSPEND(EnumSet.of(READY), SUSPENDED, "Only a ready tenant can be suspended"),
  RESUME(EnumSet.of(SUSPENDED), READY, "Only a suspended tenant can be resumed"),
  RESTORE(EnumSet.of(DELETED), READY, "Only a tenant in trash can be restored"),
  TRASH(EnumSet.of(READY, SUSPENDED), DELETED, "Try again later."),
  /** The intention is stored before the first file goes; see {@link TenantRemoval}. */
  DESTROY(
      EnumSet.of(READY, SUSPENDED, DELETED, PARTIALLY_DELETED),
      PARTIALLY_DELETED,
      "Try again later."),
  /** As DESTROY, decided by the engine: a tenant that was taken out of the trash is spared. */
  PURGE(
      EnumSet.of(DELETED, PARTIALLY_DELETED),
      PARTIALLY_DELETED,
      "Only a tenant in trash can be purged");

  private final Set<TenantStatus> from;
  private final TenantStatus to;
  private final String rule;

  Transition(Set<TenantStatus> from, TenantStatus to, String rule) {
    this.from = from;
    this.to = to;
    this.rule = rule;
  }

  boolean isAllowedFrom(TenantStatus status) {
    return from.contains(status);
  }

  TenantStatus target() {
    return to;
  }

  /** Returns whether it must wait for databases that are being made. */
  boolean endsTheTenant() {
    return this == TRASH || this == DESTROY;
  }

  /** Returns what has to be the case; ends the message of a refusal. */
  String rule() {
    return rule;
  }
}
