package io.tenantry.contract.apikeys;

import io.tenantry.contract.Coded;

/** Where a key applies. */
public enum ScopeType implements Coded {
  /** The whole project. */
  PROJECT,
  /** Named workspaces with their blueprints and tenants. */
  WORKSPACE,
  /** Named tenants. */
  TENANT
}
