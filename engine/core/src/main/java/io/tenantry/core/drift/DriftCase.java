package io.tenantry.core.drift;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantTarget;

/** A drifted database that somebody wants to mend. */
record DriftCase(BlueprintHead blueprint, TenantTarget target, DriftRow drift) {

  /**
   * Requires that the catalog has not moved on since the check.
   *
   * @throws EngineException CONFLICT
   */
  DriftCase requireCurrent() {
    if (target.minor() != drift.expectedMinor()) {
      throw stale();
    }
    return this;
  }

  /** Requires, inside a transaction on the file, that it still holds what was found. */
  void requireFound(SqliteDatabase database, SchemaFingerprints fingerprints) {
    if (database.userVersion() != drift.foundMinor()
        || !fingerprints.of(database).value().equals(drift.foundFingerprint())) {
      throw stale();
    }
  }

  private EngineException stale() {
    return EngineException.conflict(
        "Tenant '%s' has changed since the check. Check it again".formatted(target.tenant()));
  }

  Version expected() {
    return new Version(1, drift.expectedMinor());
  }
}
