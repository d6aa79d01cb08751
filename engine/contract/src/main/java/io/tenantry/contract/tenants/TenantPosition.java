package io.tenantry.contract.tenants;

/**
 * Where a tenant stands in a list.
 *
 * @param position how many tenants of the list stand before it
 * @param tenantId the tenant
 */
public record TenantPosition(long position, TenantId tenantId) {}
