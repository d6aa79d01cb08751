package io.tenantry.app.screens.drift;

import io.tenantry.app.controls.compare.SchemaComparison;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * How the schema of a database stands to the one of its version.
 *
 * @param blueprint which database of the tenant
 * @param version the version it is on
 * @param comparison from the schema of the version to what is in the database
 * @param found what the last check found; empty when it found nothing, or there was none
 */
record SchemaStanding(
    WorkspaceName blueprint,
    Version version,
    SchemaComparison comparison,
    Optional<TenantDrift> found) {

  /** Says whether both are the same. */
  boolean isSame() {
    return comparison.different().isEmpty() && found.isEmpty();
  }

  /** Says whether a check found it, so that something can be done about it. */
  boolean isFound() {
    return found.isPresent();
  }

  /** Says whether nobody accepted it yet. */
  boolean isOpen() {
    return found.filter(drift -> drift.state() == TenantDrift.State.DRIFTED).isPresent();
  }
}
