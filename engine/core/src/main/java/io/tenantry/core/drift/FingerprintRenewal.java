package io.tenantry.core.drift;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.blueprints.VersionSchemas;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.differ.SchemaDiffer;
import io.tenantry.core.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews fingerprints of an earlier algorithm when an engine opens: those of versions, of databases
 * on them, and of schemas that were found. No file is opened: whatever had the same fingerprint has
 * the same one again, and what only the new algorithm tells apart a check finds. Each version and
 * schema goes in a transaction of its own, so a crash leaves the rest for the next opening.
 */
final class FingerprintRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(FingerprintRenewal.class);
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

  private final Catalog catalog;
  private final VersionSchemas schemas;
  private final SchemaDiffer differ;

  FingerprintRenewal(Catalog catalog, VersionSchemas schemas, SchemaDiffer differ) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.differ = differ;
  }

  private record OldVersion(long blueprint, int minor, String fingerprint) {}

  private record OldSchema(String fingerprint, String script) {}

  void run() {
    List<OldVersion> versions = catalog.read(FingerprintRenewal::versions);
    List<OldSchema> found = catalog.read(FingerprintRenewal::schemas);
    versions.forEach(this::renew);
    found.forEach(this::renew);
    if (!found.isEmpty()) {
      catalog.execute(handle -> handle.execute(NO_DRIFT));
    }
  }

  private static List<OldVersion> versions(Handle handle) {
    return handle
        .createQuery(VERSIONS)
        .map(
            (row, _) ->
                new OldVersion(
                    row.getLong("blueprint_id"), row.getInt("minor"), row.getString("fingerprint")))
        .list();
  }

  private static List<OldSchema> schemas(Handle handle) {
    return handle
        .createQuery(SCHEMAS)
        .map((row, _) -> new OldSchema(row.getString("fingerprint"), row.getString("statements")))
        .list();
  }

  private void renew(OldVersion version) {
    made(() -> schemas.of(version.blueprint(), version.minor()), version.fingerprint())
        .ifPresent(schema -> catalog.execute(handle -> save(handle, version, schema)));
  }

  private static void save(Handle handle, OldVersion version, SchemaSnapshot schema) {
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

  private void renew(OldSchema old) {
    made(() -> differ.snapshot(FoundSchema.statements(old.script())), old.fingerprint())
        .ifPresent(
            schema -> catalog.execute(handle -> save(handle, old, schema.fingerprint().value())));
  }

  private static void save(Handle handle, OldSchema old, String fresh) {
    for (String sql : SCHEMA) {
      handle.createUpdate(sql).bind("fresh", fresh).bind("old", old.fingerprint()).execute();
    }
  }

  /** What SQLite no longer makes keeps its fingerprint, and nothing has it. */
  private static Optional<SchemaSnapshot> made(Supplier<SchemaSnapshot> schema, String old) {
    try {
      return Optional.of(schema.get());
    } catch (EngineException e) {
      LOG.warn("The schema {} cannot be made anew; its fingerprint stays", old, e);
      return Optional.empty();
    }
  }
}
