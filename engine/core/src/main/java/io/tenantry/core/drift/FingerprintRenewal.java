package io.tenantry.core.drift;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.blueprints.VersionSchemas;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.differ.SchemaDiffer;
import io.tenantry.core.drift.OldFingerprintRepository.OldSchema;
import io.tenantry.core.drift.OldFingerprintRepository.OldVersion;
import io.tenantry.core.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

  private final Catalog catalog;
  private final VersionSchemas schemas;
  private final SchemaDiffer differ;

  FingerprintRenewal(Catalog catalog, VersionSchemas schemas, SchemaDiffer differ) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.differ = differ;
  }

  void run() {
    List<OldVersion> versions = catalog.read(OldFingerprintRepository::versions);
    List<OldSchema> found = catalog.read(OldFingerprintRepository::schemas);
    versions.forEach(this::renew);
    found.forEach(this::renew);
    if (!found.isEmpty()) {
      catalog.execute(OldFingerprintRepository::forgetNoDrift);
    }
  }

  private void renew(OldVersion version) {
    made(() -> schemas.of(version.blueprint(), version.minor()), version.fingerprint())
        .ifPresent(
            schema ->
                catalog.execute(handle -> OldFingerprintRepository.save(handle, version, schema)));
  }

  private void renew(OldSchema old) {
    made(() -> differ.snapshot(FoundSchema.statements(old.script())), old.fingerprint())
        .ifPresent(
            schema ->
                catalog.execute(
                    handle ->
                        OldFingerprintRepository.save(handle, old, schema.fingerprint().value())));
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
