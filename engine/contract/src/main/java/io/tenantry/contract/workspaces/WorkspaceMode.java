package io.tenantry.contract.workspaces;

import io.tenantry.contract.Coded;

/** What a workspace is for. */
public enum WorkspaceMode implements Coded {
  /** Its schema changes make versions of a blueprint that tenants get. */
  TENANT,
  /** A stand-alone managed database without blueprint. */
  CONTROL
}
