package io.tenantry.core.inspection;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at the catalog itself, and makes a copy of it that can be read at its present version. */
final class CatalogInspection {
  private static final String RESCUE =
      ". Put catalog.db back from a copy of the data folder; what came since is lost to it, but"
          + " tenant databases stay";

  private final DataFolder folder;
  private final UntouchedDatabases databases;
  private final Findings findings;

  CatalogInspection(DataFolder folder, UntouchedDatabases databases, Findings findings) {
    this.folder = folder;
    this.databases = databases;
    this.findings = findings;
  }

  /** Returns a copy of the catalog to be read and closed; empty when it is missing or damaged. */
  Optional<Catalog> run() {
    Path file = folder.catalog();
    if (!Files.exists(file)) {
      findings.add(Severity.ERROR, "catalog_missing", file, "The catalog is missing" + RESCUE);
      return Optional.empty();
    }
    findings.database(file.toFile().length());
    try {
      return databases.read(file, this::isReadable)
          ? Optional.of(Catalog.open(databases.copy(file)))
          : Optional.empty();
    } catch (EngineException e) {
      if (isRefused(e)) {
        throw e;
      }
      addDamage(e.message());
      return Optional.empty();
    }
  }

  /** A catalog of a later version, or of somebody else, is nothing to be judged here. */
  private static boolean isRefused(EngineException e) {
    return e.reason().filter(reason -> reason != FailureReason.NOT_A_DATABASE).isPresent();
  }

  private boolean isReadable(SqliteDatabase database) {
    Optional<String> damage = Soundness.damage(database, false);
    if (damage.isPresent()) {
      addDamage(damage.get());
      return false;
    }
    Soundness.orphans(database)
        .ifPresent(
            tables ->
                findings.add(
                    Severity.ERROR,
                    "catalog_foreign_keys",
                    folder.catalog(),
                    "The catalog has rows that belong to nothing: " + tables));
    int version = database.userVersion();
    if (version < Catalog.version()) {
      findings.note(
          "catalog_version",
          folder.catalog(),
          "The next start brings the catalog from version %d to %d"
              .formatted(version, Catalog.version()));
    }
    return true;
  }

  private void addDamage(String damage) {
    findings.add(
        Severity.ERROR,
        "catalog_damaged",
        folder.catalog(),
        "The catalog is damaged: " + damage + RESCUE);
  }
}
