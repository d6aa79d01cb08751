package io.tenantry.core.inspection;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Opens the database of every tenant: is it there, whole, and what the catalog says it is? */
public final class TenantInspection implements Inspection {
  private static final int PAGE = 1000;
  private static final String DAMAGED = "database_damaged";

  private final List<Rescue> rescues;
  private final SchemaFingerprints fingerprints = new SchemaFingerprints();
  private final Map<Long, Map<Integer, String>> versions = new ConcurrentHashMap<>();

  /**
   * Looks at tenants.
   *
   * @param rescues what lost databases can be brought back from
   */
  public TenantInspection(List<Rescue> rescues) {
    this.rescues = List.copyOf(rescues);
  }

  @Override
  public void run(Inspected folder, Findings findings) {
    expectOthers(folder);
    Map<String, Integer> unknownZones = new HashMap<>();
    long after = 0;
    List<CheckedDatabase> page = page(folder, after);
    while (!page.isEmpty()) {
      List<CheckedDatabase> reachable =
          page.stream().filter(row -> isReachable(folder, row, unknownZones)).toList();
      reachable.forEach(row -> expect(folder, row));
      loadVersions(folder, reachable);
      folder
          .workers()
          .map(
              reachable.stream().filter(CheckedDatabase::ready).toList(),
              row -> look(folder, row, findings));
      after = page.getLast().id();
      page = page(folder, after);
    }
    unknownZones.forEach(
        (zone, count) ->
            findings.add(
                Severity.ERROR,
                "region_unknown",
                folder.folder().root(),
                ("%d databases are in region '%s', which the settings do not have; check with the"
                        + " settings that the server has (--config)")
                    .formatted(count, zone)));
  }

  private static List<CheckedDatabase> page(Inspected folder, long after) {
    return folder.catalog().read(handle -> CheckedDatabaseRepository.page(handle, after, PAGE));
  }

  private static void expectOthers(Inspected folder) {
    for (TenantPlace place : folder.catalog().read(CheckedDatabaseRepository::otherPlaces)) {
      if (folder.places().knows(place)) {
        Path file = folder.places().file(place);
        folder.expected().add(file);
        if (!Files.exists(file)) {
          folder.expected().addMissing(file); // or gone, as it should be
        }
      } else {
        folder.expected().leaveOut();
      }
    }
  }

  private static boolean isReachable(
      Inspected folder, CheckedDatabase row, Map<String, Integer> unknownZones) {
    boolean known = folder.places().knows(row.place());
    if (!known) {
      unknownZones.merge(row.place().region().orElse(""), 1, Integer::sum);
      folder.expected().leaveOut();
    }
    return known;
  }

  /** While something works on it, each file it may have is its own. */
  private static void expect(Inspected folder, CheckedDatabase row) {
    folder.expected().add(folder.places().file(row.place()));
    if (row.busy() || !row.ready()) {
      for (int i = 0; i <= row.lastGeneration(); i++) {
        folder.expected().add(folder.places().file(row.place().withGeneration(i)));
      }
    }
  }

  private void loadVersions(Inspected folder, List<CheckedDatabase> rows) {
    Set<Long> blueprints =
        rows.stream().map(CheckedDatabase::blueprintId).collect(Collectors.toUnmodifiableSet());
    blueprints.stream()
        .filter(blueprint -> !versions.containsKey(blueprint))
        .forEach(
            blueprint ->
                versions.put(
                    blueprint,
                    folder
                        .catalog()
                        .read(handle -> CheckedDatabaseRepository.versions(handle, blueprint))));
  }

  private boolean look(Inspected folder, CheckedDatabase row, Findings findings) {
    Path file = folder.places().file(row.place());
    if (!Files.exists(file)) {
      folder.expected().addMissing(file);
      findings.add(
          Severity.ERROR,
          "database_missing",
          file,
          "The database of tenant '%s' is missing. %s".formatted(tenant(row), rescue(folder, row)));
      return false;
    }
    findings.database(file.toFile().length());
    try {
      return folder.databases().read(file, database -> look(folder, row, file, database, findings));
    } catch (EngineException e) {
      findings.add(Severity.ERROR, DAMAGED, file, damaged(folder, row, e.message()));
      return false;
    }
  }

  private boolean look(
      Inspected folder,
      CheckedDatabase row,
      Path file,
      SqliteDatabase database,
      Findings findings) {
    Optional<String> damage = Soundness.damage(database, folder.quick());
    if (damage.isPresent()) {
      findings.add(Severity.ERROR, DAMAGED, file, damaged(folder, row, damage.get()));
      return false;
    }
    if (database.applicationId() != ImageCompiler.APPLICATION_ID) {
      findings.add(
          Severity.ERROR,
          "database_foreign",
          file,
          "The file of tenant '%s' was not made by this engine (application_id %d). %s"
              .formatted(tenant(row), database.applicationId(), rescue(folder, row)));
      return false;
    }
    if (!folder.quick()) {
      lookForOrphans(row, file, database, findings);
    }
    int minor = database.userVersion();
    compare(row, file, minor, fingerprints.of(database).value(), findings);
    return true;
  }

  private static void lookForOrphans(
      CheckedDatabase row, Path file, SqliteDatabase database, Findings findings) {
    Soundness.orphans(database)
        .ifPresent(
            tables ->
                findings.add(
                    Severity.WARNING,
                    "foreign_keys",
                    file,
                    "Tenant '%s' has rows whose foreign keys lead nowhere: %s"
                        .formatted(tenant(row), tables)));
  }

  private void compare(CheckedDatabase row, Path file, int minor, String found, Findings findings) {
    Map<Integer, String> known = versions.getOrDefault(row.blueprintId(), Map.of());
    boolean isVersion = found.equals(known.get(minor));
    if (isVersion && minor == row.minor()) {
      compareStored(row, file, minor, found, findings);
    } else if (row.drift()
        .filter(drift -> drift.accepted() && drift.isAbout(minor, found))
        .isPresent()) {
      return; // as somebody wants it
    } else if (row.busy()) {
      findings.note(
          "version_changing",
          file,
          "Tenant '%s' is on %s in its file and on %s in the catalog; what works on it settles that"
              .formatted(tenant(row), version(minor), version(row.minor())));
    } else if (isVersion) {
      findings.add(
          Severity.WARNING,
          "version_stored_wrongly",
          file,
          "The catalog has tenant '%s' on %s, but its file is on %s"
              .formatted(tenant(row), version(row.minor()), version(minor)),
          correct(row, minor, found));
    } else {
      addDrift(row, file, minor, found, findings);
    }
  }

  private static void compareStored(
      CheckedDatabase row, Path file, int minor, String found, Findings findings) {
    if (!row.fingerprint().equals(found) && !row.busy()) {
      findings.add(
          Severity.WARNING,
          "version_stored_wrongly",
          file,
          "The catalog has another fingerprint for tenant '%s' than %s has"
              .formatted(tenant(row), version(minor)),
          correct(row, minor, found));
    }
  }

  private static Fix correct(CheckedDatabase row, int minor, String found) {
    return new Fix.Correct(
        "set the catalog to " + version(minor),
        handle -> CheckedDatabaseRepository.correct(handle, row, minor, found));
  }

  private static void addDrift(
      CheckedDatabase row, Path file, int minor, String found, Findings findings) {
    boolean noted = row.drift().filter(drift -> drift.isAbout(minor, found)).isPresent();
    findings.add(
        Severity.WARNING,
        "schema_drift",
        file,
        "The schema of tenant '%s' is not that of %s (its file says %s). %s"
            .formatted(
                tenant(row),
                version(row.minor()),
                version(minor),
                noted
                    ? "It is known as drifted: adopt it, force it back or accept it"
                    : "Check blueprint '%s' for drift, then adopt it, force it back or accept it"
                        .formatted(row.place().blueprint())));
  }

  private String damaged(Inspected folder, CheckedDatabase row, String damage) {
    return "The database of tenant '%s' is damaged: %s. %s"
        .formatted(tenant(row), damage, rescue(folder, row));
  }

  private String rescue(Inspected folder, CheckedDatabase row) {
    String known =
        rescues.stream()
            .flatMap(rescue -> rescue.of(folder, row).stream())
            .collect(Collectors.joining(". "));
    return known.isEmpty() ? "There is no backup of it" : known;
  }

  private static String tenant(CheckedDatabase row) {
    return row.place().tenant().value();
  }

  private static String version(int minor) {
    return "version " + (minor < 1 ? Integer.toString(minor) : new Version(1, minor).toString());
  }
}
