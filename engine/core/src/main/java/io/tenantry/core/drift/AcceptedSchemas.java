package io.tenantry.core.drift;

import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.core.schema.SchemaSnapshot;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Schemas that are not those of their tenants' versions and that somebody accepted, for those
 * features that would complain about them. Inside a transaction of the caller.
 */
public final class AcceptedSchemas {
  private AcceptedSchemas() {}

  /**
   * Returns whether somebody accepted that this database has this schema.
   *
   * @param blueprint row of the blueprint
   * @param tenant row of the tenant
   * @param fingerprint what its file holds now
   */
  public static boolean isAccepted(Handle handle, long blueprint, long tenant, String fingerprint) {
    return DriftRepository.find(handle, blueprint, tenant)
        .filter(drift -> drift.state() == State.ACCEPTED)
        .filter(drift -> drift.foundFingerprint().equals(fingerprint))
        .isPresent();
  }

  /**
   * Notes that an accepted database was brought to another version, with what makes it different:
   * its new schema is accepted, too.
   *
   * @param minor the version it is on now
   * @param schema what its file holds now
   */
  public static void moved(
      Handle handle, long blueprint, long tenant, int minor, SchemaSnapshot schema, Instant now) {
    FoundSchema found = FoundSchema.of(minor, schema);
    DriftRepository.put(handle, blueprint, tenant, State.ACCEPTED, minor, found, now);
  }
}
