package io.tenantry.core.users;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.users.UserDatabase;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenant as a database of the {@code /v1} surface.
 *
 * @param blueprint its blueprint; empty when it has several databases
 */
record UserRow(
    long tenantId,
    TenantId slug,
    TenantStatus status,
    String name,
    Optional<String> region,
    Optional<Instant> expiresAt,
    Instant createdAt) {

  UserDatabase view() {
    return new UserDatabase(
        Long.toString(tenantId),
        slug,
        name,
        status == TenantStatus.READY ? "healthy" : status.code(),
        region.orElse("auto"),
        expiresAt,
        createdAt);
  }

  boolean isExpired(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }
}
