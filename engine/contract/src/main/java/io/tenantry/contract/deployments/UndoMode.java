package io.tenantry.contract.deployments;

import io.tenantry.contract.Coded;

/** How a deployment is taken back. */
public enum UndoMode implements Coded {
  /**
   * The schema is changed back: rows written since are kept wherever their tables and columns
   * survive.
   */
  PLAN,
  /**
   * The copy that was made before the deployment is put back: everything written since is lost. The
   * deployment must have made copies.
   */
  BACKUP
}
