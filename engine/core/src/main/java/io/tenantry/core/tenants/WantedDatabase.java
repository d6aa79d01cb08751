package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.core.blueprints.BlueprintHead;

/** A requested database and the version of its blueprint that it gets. */
record WantedDatabase(TenantDatabaseRequest request, BlueprintHead head) {}
