package io.tenantry.contract.tenants;

import io.tenantry.contract.Coded;

/** Why somebody should look at a tenant (an extension). A tenant may have several. */
public enum TenantConcern implements Coded {
  /** One of its databases is not on the latest version of its blueprint. */
  BEHIND,
  /** The last check found that the schema of one of its databases is not that of its version. */
  DRIFTED,
  /**
   * The last deployment that came to one of its databases failed on it; dry runs do not count. It
   * ends with a retry, or with another deployment that comes to it.
   */
  FAILED
}
