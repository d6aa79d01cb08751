package io.tenantry.core.tenants;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.Map;
import java.util.Optional;

/** The documented texts for tenants that are missing or in the wrong state. */
public final class Refusals {
  private static final String TENANT = "tenant_id";
  private static final Map<FailureReason, String> NOTED =
      Map.of(
          FailureReason.SUSPENDED, "Tenant '%s' is suspended",
          FailureReason.IN_TRASH, "Tenant '%s' is in the trash",
          FailureReason.PARTIALLY_DELETED, "Tenant '%s' is partially deleted");

  private Refusals() {}

  /** There is no such tenant. */
  public static EngineException notFound(String tenant) {
    return EngineException.notFound("Tenant not found: " + tenant);
  }

  /** The tenant is in the trash. */
  public static EngineException inTrash(TenantId tenant) {
    return state(
        tenant,
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
              tenant,
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
        tenant,
        FailureReason.PARTIALLY_DELETED,
        "Tenant '%1$s' is partially deleted. Use DELETE /tenants/%1$s?hard=true".formatted(tenant));
  }

  /**
   * Returns why a tenant was passed over, as it is noted for people: without the way out that the
   * API's texts name.
   */
  public static String noted(EngineException refusal) {
    return refusal
        .reason()
        .flatMap(reason -> Optional.ofNullable(NOTED.get(reason)))
        .flatMap(words -> refusal.detail(TENANT).map(words::formatted))
        .orElseGet(() -> SqlFailure.words(refusal));
  }

  /** The text is documented for callers of the API; others tell the state by the reason. */
  private static EngineException state(TenantId tenant, FailureReason reason, String message) {
    return EngineException.conflict(ConflictKind.STATE, message)
        .because(reason)
        .with(TENANT, tenant.value());
  }

  private static EngineException busy(TenantId tenant, TenantStatus status) {
    return EngineException.conflict(
        ConflictKind.BUSY, "Tenant '%s' is %s. Try again later.".formatted(tenant, status.code()));
  }
}
