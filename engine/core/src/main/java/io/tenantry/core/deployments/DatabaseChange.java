package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.schema.Fingerprint;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.schema.UnreadableTables;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;

/**
 * Brings one file to a version: one transaction, which also moves the number that the file keeps of
 * its version. So whatever a crash interrupts, the file says truly where it stands. Any thread.
 */
final class DatabaseChange {
  private final SchemaFingerprints fingerprints;
  private final VersionWays ways;
  private final FilledAdditions additions;
  private final AcceptedTenants accepted;

  DatabaseChange(
      SchemaFingerprints fingerprints,
      VersionWays ways,
      FilledAdditions additions,
      AcceptedTenants accepted) {
    this.fingerprints = fingerprints;
    this.ways = ways;
    this.additions = additions;
    this.accepted = accepted;
  }

  /**
   * Returns the way of a database from the version it is on.
   *
   * @throws EngineException CONFLICT when it would go back and must not, or there is no way
   */
  VersionPlan plan(int from, int to) {
    return from == to ? VersionPlan.none() : ways.way(from, to);
  }

  /**
   * Runs a plan in the file of a tenant, or of its copy. The file was asked which version it is on,
   * not the catalog, which lags behind when a crash came after a commit.
   *
   * @return what it lost
   */
  List<Lost> run(SqliteDatabase database, TargetTenant tenant, int found, VersionPlan plan) {
    VersionTarget target = ways.target(tenant.target());
    if (plan.foreignKeysOff()) {
      database.execute("PRAGMA foreign_keys=OFF");
    }
    LossCounter losses = new LossCounter(database, found, plan.rowLosses());
    database.inTransaction(
        () -> {
          if (database.userVersion() != found) {
            throw EngineException.conflict(
                ConflictKind.BUSY, "another process is changing the database");
          }
          if (found != target.minor()) {
            apply(database, plan, losses, target);
          }
          requireSchema(database, tenant.tenantId(), target);
        });
    return losses.lost();
  }

  private void apply(
      SqliteDatabase database, VersionPlan plan, LossCounter losses, VersionTarget target) {
    RowCounters counters = new RowCounters(database, plan.counters());
    for (int i = 0; i < plan.statements().size(); i++) {
      counters.before(i);
      losses.before(i);
      if (plan.additions().contains(i)) {
        additions.run(database, plan.statements().get(i));
      } else {
        losses.after(i, UnreadableTables.run(database, plan.statements().get(i)));
      }
    }
    counters.putBack();
    if (plan.foreignKeysOff()) {
      requireForeignKeys(database);
    }
    database.userVersion(target.minor());
  }

  private static void requireForeignKeys(SqliteDatabase database) {
    List<String> violations =
        database.query(
            "PRAGMA foreign_key_check", row -> row.value(0) + " refers to missing " + row.value(2));
    if (!violations.isEmpty()) {
      throw EngineException.conflict("FOREIGN KEY constraint failed: " + violations.getFirst());
    }
  }

  private void requireSchema(SqliteDatabase database, long tenantId, VersionTarget target) {
    Fingerprint found = fingerprints.of(database);
    if (!found.value().equals(target.fingerprint())
        && !accepted.isExpected(tenantId, target.minor(), found)) {
      throw EngineException.conflict(
          "the schema would differ from version %s".formatted(new Version(1, target.minor())));
    }
  }
}
