package io.tenantry.contract.drift;

import io.tenantry.contract.Coded;
import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A database whose schema is not the one of its version.
 *
 * @param tenantId its tenant
 * @param blueprint its blueprint
 * @param state whether somebody accepted it
 * @param expectedVersion the version the catalog says it is on
 * @param expectedFingerprint the fingerprint of that version
 * @param foundVersion the version the file says it is on; absent when it says no version at all
 * @param foundFingerprint the fingerprint of the schema in the file
 * @param differences what leads from the expected to the found schema; empty when only the version
 *     differs
 * @param problem why there are no differences to show, for example a schema that SQLite cannot make
 *     anew
 * @param checkedAt when the file was last looked at; UTC, whole seconds
 */
public record TenantDrift(
    TenantId tenantId,
    WorkspaceName blueprint,
    State state,
    Version expectedVersion,
    String expectedFingerprint,
    Optional<Version> foundVersion,
    String foundFingerprint,
    List<PlanStep> differences,
    Optional<String> problem,
    Instant checkedAt) {
  /** Copies the differences. */
  public TenantDrift {
    differences = List.copyOf(differences);
  }

  /** Whether somebody accepted a drift. */
  public enum State implements Coded {
    /** Nobody did. */
    DRIFTED,
    /** Somebody did; it counts as right until the schema changes. */
    ACCEPTED
  }
}
