package io.tenantry.contract.users;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A token of a user, without its secret.
 *
 * @param id its number
 * @param label first and last four characters of the secret, {@code psql_live_1a2b…9f0e}
 * @param slug the database it opens
 * @param role write or read
 * @param createdAt UTC
 * @param expiresAt when it ends
 * @param lastUsedAt when it was last used, to the minute
 */
public record UserToken(
    long id,
    String label,
    TenantId slug,
    Role role,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt) {}
