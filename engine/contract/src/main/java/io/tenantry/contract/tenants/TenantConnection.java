package io.tenantry.contract.tenants;

import io.tenantry.contract.Secret;

/**
 * How to connect to a tenant database. The same for the whole life of the tenant.
 *
 * @param database its name, {@code {blueprint}__{tenant}}
 * @param connectionString where it is
 * @param authToken the tenant's own password, {@code tdb_} and 16 hexadecimal digits
 */
public record TenantConnection(String database, String connectionString, Secret authToken) {}
