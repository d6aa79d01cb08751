package io.tenantry.contract.drift;

import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.workspaces.WorkspaceName;

/**
 * A database is to get the schema of its version back.
 *
 * @param blueprint which of the tenant's databases
 * @param confirmLoss whether rows and values may be lost
 * @param hints what was renamed, from the found to the expected schema
 */
public record ForceBack(WorkspaceName blueprint, boolean confirmLoss, SchemaHints hints) {
  /** Without hints. */
  public ForceBack(WorkspaceName blueprint, boolean confirmLoss) {
    this(blueprint, confirmLoss, SchemaHints.none());
  }
}
