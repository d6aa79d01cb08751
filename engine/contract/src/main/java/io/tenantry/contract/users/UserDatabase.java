package io.tenantry.contract.users;

import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A database as the {@code /v1} surface shows it. It is a tenant like any other: deployments,
 * backups and logs see it under its slug.
 *
 * @param id number of the tenant; never given twice
 * @param slug its address, and the tenant id
 * @param name its name for people
 * @param status {@code healthy}, or the tenant's status when it is not ready
 * @param region zone of its host, or {@code auto} on the shared host
 * @param expiresAt when it ends; access is refused from then on
 * @param createdAt UTC
 */
public record UserDatabase(
    String id,
    TenantId slug,
    String name,
    String status,
    String region,
    Optional<Instant> expiresAt,
    Instant createdAt) {}
