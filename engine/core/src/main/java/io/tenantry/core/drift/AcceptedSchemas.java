package io.tenantry.core.drift;

import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.core.schema.SchemaSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Schemas that are not those of their tenants' versions and that somebody accepted, for those
 * features that would complain about them. Inside a transaction of the caller.
 */
public final class AcceptedSchemas {
  private AcceptedSchemas() {}

  /**
   * A schema that was accepted.
   *
   * @param minor the version that its database is on
   * @param fingerprint names it
   * @param script its CREATE statements in order of creation
   */
  public record Accepted(int minor, String fingerprint, String script) {}

  /**
   * Returns what was accepted of some tenants, by their rows; nothing for all others. A database
   * whose own number is not that of its version is left out: from there no way leads on.
   *
   * @param blueprint row of the blueprint
   * @param tenants rows of the tenants
   */
  public static Map<Long, Accepted> of(Handle handle, long blueprint, Collection<Long> tenants) {
    return DriftRepository.accepted(handle, blueprint, tenants);
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
