package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Brings one database to the version of a deployment: one transaction on its file, which also moves
 * the number that the file keeps of its version. So whatever a crash interrupts, the file says
 * truly where it stands. Any thread.
 */
final class TenantStep {
  private static final Duration WAIT_FOR_WRITERS = Duration.ofSeconds(60);

  private final TenantDatabases databases;
  private final SchemaFingerprints fingerprints;
  private final int target;
  private final String fingerprint;
  private final IntFunction<VersionPlan> plans;
  private final Set<SqliteDatabase> active = ConcurrentHashMap.newKeySet();

  /**
   * Prepares the steps of a deployment.
   *
   * @param plans what brings a database from the given version to the target
   */
  TenantStep(
      TenantDatabases databases,
      SchemaFingerprints fingerprints,
      DeploymentRow deployment,
      IntFunction<VersionPlan> plans) {
    this.databases = databases;
    this.fingerprints = fingerprints;
    this.target = deployment.minor();
    this.fingerprint = deployment.fingerprint();
    this.plans = plans;
  }

  /**
   * Carries out the step.
   *
   * @return the version the database was on
   * @throws EngineException why the database stays as it was
   */
  int run(Path file) {
    return databases.withEngine(
        file,
        Deadline.in(WAIT_FOR_WRITERS),
        database -> {
          active.add(database);
          try {
            return run(database);
          } finally {
            active.remove(database);
          }
        });
  }

  /** The file is asked, not the catalog, which lags behind when a crash came after a commit. */
  private int run(SqliteDatabase database) {
    int found = database.userVersion();
    requireNotNewer(found);
    VersionPlan plan = plans.apply(found);
    if (plan.mayBreakForeignKeys()) {
      database.execute("PRAGMA foreign_keys=OFF");
    }
    database.inTransaction(
        () -> {
          if (database.userVersion() != found) {
            throw EngineException.conflict("another process is changing the database");
          }
          if (found != target) {
            apply(database, plan);
          }
          requireSchema(database);
        });
    return found;
  }

  private void apply(SqliteDatabase database, VersionPlan plan) {
    plan.statements().forEach(database::execute);
    if (plan.mayBreakForeignKeys()) {
      requireForeignKeys(database);
    }
    database.userVersion(target);
  }

  private void requireNotNewer(int found) {
    if (found > target) {
      throw EngineException.conflict(
          "is on version %s; a downgrade is not available".formatted(new Version(1, found)));
    }
  }

  private static void requireForeignKeys(SqliteDatabase database) {
    List<String> violations =
        database.query(
            "PRAGMA foreign_key_check", row -> row.value(0) + " refers to missing " + row.value(2));
    if (!violations.isEmpty()) {
      throw EngineException.conflict("FOREIGN KEY constraint failed: " + violations.getFirst());
    }
  }

  private void requireSchema(SqliteDatabase database) {
    if (!fingerprints.of(database).value().equals(fingerprint)) {
      throw EngineException.conflict(
          "the schema would differ from version %s".formatted(new Version(1, target)));
    }
  }

  /** Interrupts what runs now, because the engine is closing. */
  void interrupt() {
    active.forEach(SqliteDatabase::interrupt);
  }
}
