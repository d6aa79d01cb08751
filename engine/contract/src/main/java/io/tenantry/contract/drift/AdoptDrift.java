package io.tenantry.contract.drift;

import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.workspaces.WorkspaceName;

/**
 * The schema that was found in a database is to be a version.
 *
 * @param blueprint which of the tenant's databases
 * @param hints what was renamed, from the expected to the found schema
 */
public record AdoptDrift(WorkspaceName blueprint, SchemaHints hints) {
  /** Without hints. */
  public AdoptDrift(WorkspaceName blueprint) {
    this(blueprint, SchemaHints.none());
  }
}
