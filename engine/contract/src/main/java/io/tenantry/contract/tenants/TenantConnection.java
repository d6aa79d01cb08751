package io.tenantry.contract.tenants;

import io.tenantry.contract.Secret;
import java.util.Optional;

/**
 * How to connect to a tenant database. The same for the whole life of the tenant.
 *
 * @param database its name, {@code {blueprint}__{tenant}}
 * @param connectionString where it is
 * @param authToken the tenant's own password, {@code tdb_} and 16 hexadecimal digits; it writes, in
 *     all databases of the tenant, so it is absent for role read and for a scope that leaves some
 *     out
 */
public record TenantConnection(
    String database, String connectionString, Optional<Secret> authToken) {}
