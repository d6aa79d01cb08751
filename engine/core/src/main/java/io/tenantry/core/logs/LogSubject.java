package io.tenantry.core.logs;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;

/**
 * What entries and counts are about: a database of a tenant, or a blueprint with all its tenants.
 *
 * @param tenantId row of the tenant; 0 for a blueprint
 * @param tenant its id; empty for a blueprint
 */
record LogSubject(long tenantId, String tenant, WorkspaceName blueprint) {

  static LogSubject of(QueryEvent event) {
    TenantPlace place = event.place();
    return new LogSubject(event.tenantId(), place.tenant().value(), place.blueprint());
  }

  LogSubject ofBlueprint() {
    return new LogSubject(0, "", blueprint);
  }

  boolean isOf(TenantId id) {
    return tenant.equals(id.value());
  }
}
