package io.tenantry.core.tenants;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.hosts.TenantPlace;

/** A requested database and the version of its blueprint that it gets. */
record WantedDatabase(TenantDatabaseRequest request, BlueprintHead head) {
  /** Returns where the first file of it is for a tenant. */
  TenantPlace place(ProjectId project, TenantId tenant) {
    return TenantPlace.first(
        project, head.name(), tenant, request.isolationLevel(), request.region());
  }
}
