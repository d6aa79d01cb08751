package io.tenantry.core.tenants;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;

/** The documented texts for tenants that are missing or in the wrong state. */
public final class Refusals {
  private Refusals() {}

  /** There is no such tenant. */
  public static EngineException notFound(String tenant) {
    return EngineException.notFound("Tenant not found: " + tenant);
  }

  /** The tenant is in the trash. */
  public static EngineException inTrash(TenantId tenant) {
    return state(
        FailureReason.IN_TRASH,
        "Tenant '%1$s' is in trash. Use POST /tenants/%1$s/restore or DELETE /tenants/%1$s?hard=true"
            .formatted(tenant));
  }

  /** The tenant exists and nothing was asked that it could get. */
  static EngineException exists(TenantId tenant) {
    return EngineException.conflict(ConflictKind.EXISTS, "Tenant '" + tenant + "' already exists");
  }

  /** The tenant's state does not allow queries. */
  public static EngineException notQueryable(TenantId tenant, TenantStatus status) {
    return switch (status) {
      case SUSPENDED ->
          state(
              FailureReason.SUSPENDED,
              "Tenant '%1$s' is suspended. Use POST /tenants/%1$s/resume".formatted(tenant));
      case DELETED -> inTrash(tenant);
      case PARTIALLY_DELETED -> halfGone(tenant);
      case PROVISIONING, RESTORING, RECOVERING, MIGRATING, SYNCING, READY -> busy(tenant, status);
    };
  }

  /** The tenant's state does not allow the step. */
  static EngineException of(Transition step, TenantId tenant, TenantStatus status) {
    return switch (status) {
      case DELETED -> inTrash(tenant);
      case PARTIALLY_DELETED -> halfGone(tenant);
      case PROVISIONING, RESTORING, RECOVERING, MIGRATING, SYNCING -> busy(tenant, status);
      case SUSPENDED, READY ->
          EngineException.conflict(
              ConflictKind.STATE,
              "Tenant '%s' is %s. %s".formatted(tenant, status.code(), step.rule()));
    };
  }

  /** Its destruction has begun and not ended. */
  static EngineException halfGone(TenantId tenant) {
    return state(
        FailureReason.PARTIALLY_DELETED,
        "Tenant '%1$s' is partially deleted. Use DELETE /tenants/%1$s?hard=true".formatted(tenant));
  }

  /** The text is documented for callers of the API; others tell the state by the reason. */
  private static EngineException state(FailureReason reason, String message) {
    return EngineException.conflict(ConflictKind.STATE, message).because(reason);
  }

  private static EngineException busy(TenantId tenant, TenantStatus status) {
    return EngineException.conflict(
        ConflictKind.BUSY, "Tenant '%s' is %s. Try again later.".formatted(tenant, status.code()));
  }
}
