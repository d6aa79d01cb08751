package io.tenantry.core.deployments;

import io.tenantry.contract.tenants.TenantStatus;

/** A tenant that a request names: whether it can be deployed to. */
record NamedTenant(TenantStatus status, boolean hasBlueprint) {}
