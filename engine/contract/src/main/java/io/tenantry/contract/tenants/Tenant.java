package io.tenantry.contract.tenants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tenant.
 *
 * @param tenantId its id
 * @param status where it stands
 * @param databases one per blueprint, by blueprint name
 * @param createdAt UTC, whole seconds
 * @param recoveryUndo only while a point-in-time recovery can be undone, and not in lists
 * @param statusSince since when it stands there, UTC, whole seconds (an extension); absent while
 *     databases are added to a tenant that is in use
 */
public record Tenant(
    TenantId tenantId,
    TenantStatus status,
    List<TenantDatabase> databases,
    Instant createdAt,
    Optional<RecoveryUndo> recoveryUndo,
    Optional<Instant> statusSince) {
  /** Copies the databases. */
  public Tenant {
    databases = List.copyOf(databases);
  }

  /** Returns the same with another recovery to undo. */
  public Tenant withRecoveryUndo(Optional<RecoveryUndo> undo) {
    return new Tenant(tenantId, status, databases, createdAt, undo, statusSince);
  }

  /** Returns the same with another time since when it stands where it does. */
  public Tenant withStatusSince(Optional<Instant> since) {
    return new Tenant(tenantId, status, databases, createdAt, recoveryUndo, since);
  }

  /** A tenant without a recovery to undo. */
  public Tenant(
      TenantId tenantId, TenantStatus status, List<TenantDatabase> databases, Instant createdAt) {
    this(tenantId, status, databases, createdAt, Optional.empty(), Optional.empty());
  }
}
