package io.tenantry.contract.tenants;

/**
 * A tenant's status after a step of its life cycle.
 *
 * @param tenantId its id
 * @param status where it stands now
 */
public record TenantState(TenantId tenantId, TenantStatus status) {}
