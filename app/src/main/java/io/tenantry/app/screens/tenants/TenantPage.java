package io.tenantry.app.screens.tenants;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the tenant of a page.
 *
 * @param tenant the tenant with its connections
 * @param latest the newest version of each of its blueprints
 */
record TenantPage(Tenant tenant, Map<WorkspaceName, Version> latest) {
  TenantPage {
    latest = Map.copyOf(latest);
  }

  /** Returns how many versions a database is behind its blueprint. */
  int behind(TenantDatabase database) {
    return Math.max(0, newest(database).minor() - database.version().minor());
  }

  /** Returns the newest version of the blueprint of a database. */
  Version newest(TenantDatabase database) {
    return latest.getOrDefault(database.blueprint(), database.version());
  }

  /** Returns the first database that is behind. */
  Optional<TenantDatabase> behind() {
    return tenant.databases().stream().filter(database -> behind(database) > 0).findFirst();
  }

  /** Says whether it is neither in the trash nor being destroyed. */
  boolean isThereToStay() {
    return tenant.status() != TenantStatus.DELETED
        && tenant.status() != TenantStatus.PARTIALLY_DELETED;
  }

  /** Says whether it answers queries. */
  boolean isReady() {
    return tenant.status() == TenantStatus.READY;
  }
}
