package io.tenantry.core.drift;

import io.tenantry.core.schema.SchemaSnapshot;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The fingerprints of an earlier algorithm that the catalog has, inside a transaction of its
 * caller.
 */
final class OldFingerprintRepository {
  private static final String VERSIONS =
      """
      SELECT blueprint_id, minor, fingerprint FROM blueprint_version
      WHERE fingerprint LIKE '1:%' ORDER BY blueprint_id, minor
      """;
  private static final String VERSION =
      """
      UPDATE blueprint_version SET fingerprint = :fresh, normalised_schema = :normalised
      WHERE blueprint_id = :blueprint AND minor = :minor
      """;
  private static final String DATABASES =
      """
      UPDATE tenant_database SET fingerprint = :fresh
      WHERE blueprint_id = :blueprint AND minor = :minor AND fingerprint = :old
      """;
  private static final String SCHEMAS =
      "SELECT fingerprint, statements FROM drift_schema WHERE fingerprint LIKE '1:%'";
  private static final List<String> SCHEMA =
      List.of(
          """
          INSERT INTO drift_schema (fingerprint, statements)
          SELECT :fresh, statements FROM drift_schema WHERE fingerprint = :old
          ON CONFLICT DO NOTHING
          """,
          """
          UPDATE tenant_database SET fingerprint = :fresh
          FROM tenant_drift x
          WHERE x.found_fingerprint = :old AND x.tenant_id = tenant_database.tenant_id
            AND x.blueprint_id = tenant_database.blueprint_id AND fingerprint = :old
          """,
          "UPDATE tenant_drift SET found_fingerprint = :fresh WHERE found_fingerprint = :old",
          "DELETE FROM drift_schema WHERE fingerprint = :old AND fingerprint <> :fresh");

  /** What the earlier algorithm told apart for its spelling alone. */
  private static final String NO_DRIFT =
      """
      DELETE FROM tenant_drift
      WHERE working IS NULL AND found_minor = expected_minor
        AND EXISTS (SELECT 1 FROM blueprint_version v
                    WHERE v.blueprint_id = tenant_drift.blueprint_id
                      AND v.minor = tenant_drift.expected_minor
                      AND v.fingerprint = tenant_drift.found_fingerprint)
      """;

  private OldFingerprintRepository() {}

  /** A version with a fingerprint of the earlier algorithm. */
  record OldVersion(long blueprint, int minor, String fingerprint) {}

  /** A schema that was found, with a fingerprint of the earlier algorithm. */
  record OldSchema(String fingerprint, String script) {}

  static List<OldVersion> versions(Handle handle) {
    return handle
        .createQuery(VERSIONS)
        .map(
            (row, _) ->
                new OldVersion(
                    row.getLong("blueprint_id"), row.getInt("minor"), row.getString("fingerprint")))
        .list();
  }

  static List<OldSchema> schemas(Handle handle) {
    return handle
        .createQuery(SCHEMAS)
        .map((row, _) -> new OldSchema(row.getString("fingerprint"), row.getString("statements")))
        .list();
  }

  static void save(Handle handle, OldVersion version, SchemaSnapshot schema) {
    String fresh = schema.fingerprint().value();
    handle
        .createUpdate(VERSION)
        .bind("fresh", fresh)
        .bind("normalised", schema.normalised())
        .bind("blueprint", version.blueprint())
        .bind("minor", version.minor())
        .execute();
    handle
        .createUpdate(DATABASES)
        .bind("fresh", fresh)
        .bind("blueprint", version.blueprint())
        .bind("minor", version.minor())
        .bind("old", version.fingerprint())
        .execute();
  }

  static void save(Handle handle, OldSchema old, String fresh) {
    for (String sql : SCHEMA) {
      handle.createUpdate(sql).bind("fresh", fresh).bind("old", old.fingerprint()).execute();
    }
  }

  /** Forgets drift that was none but in the spelling. */
  static void forgetNoDrift(Handle handle) {
    handle.execute(NO_DRIFT);
  }
}
