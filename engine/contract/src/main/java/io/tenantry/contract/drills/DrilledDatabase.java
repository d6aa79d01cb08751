package io.tenantry.contract.drills;

import io.tenantry.contract.Coded;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * What a drill found of one database.
 *
 * @param tenantId its tenant
 * @param blueprint its blueprint
 * @param outcome what came of it
 * @param storagePath the backup that was restored: the newest whole one
 * @param takenAt when that was taken
 * @param databaseBytes size of the restored database; 0 as long as there is none
 * @param schema whether its schema is the one that was noted when the backup was taken
 * @param rows whether each table has as many rows as were noted then
 * @param tables how many tables were counted
 * @param rowCount how many rows they have together
 * @param durationMs how long restoring and looking took, milliseconds
 * @param reason why it failed
 */
public record DrilledDatabase(
    TenantId tenantId,
    WorkspaceName blueprint,
    Outcome outcome,
    Optional<String> storagePath,
    Optional<Instant> takenAt,
    long databaseBytes,
    Comparison schema,
    Comparison rows,
    int tables,
    long rowCount,
    double durationMs,
    Optional<String> reason) {

  /** What came of a database. */
  public enum Outcome implements Coded {
    /** Its turn has not come; in a drill that was stopped, it never will. */
    WAITING,
    /** It could be had back, is sound, and is what was noted. */
    PASSED,
    /** It could not, is not sound, or is not what was noted. */
    FAILED,
    /** It has no whole backup. */
    WITHOUT_BACKUP
  }

  /** What a comparison with the notes of the backup gave. */
  public enum Comparison implements Coded {
    /** Both are the same. */
    SAME,
    /** They differ. */
    DIFFERS,
    /** There is nothing to compare with: the backup has no notes, or was not restored. */
    NOT_COMPARED
  }
}
