package io.tenantry.core.tenants;

import io.tenantry.core.hosts.TenantPlace;

/** What a feature keeps about a database besides the database itself. */
public interface TenantLeftovers {
  /**
   * Deletes it, because the tenant is being destroyed and its database file is gone already. A
   * crash may repeat the call.
   */
  void delete(TenantPlace place);
}
