package io.tenantry.core.drills;

import io.tenantry.contract.Coded;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.DrilledDatabase.Comparison;
import io.tenantry.contract.drills.DrilledDatabase.Outcome;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What drills found of databases, inside a transaction of the caller. */
final class DrilledRepository {
  private static final String COLUMNS =
      """
      SELECT position, tenant, blueprint, outcome, storage_path, sha256, taken_at, database_bytes,
             schema_same, rows_same, noted, found, duration_ms, reason,
             (SELECT count(*) FROM json_each(found)) AS tables,
             (SELECT coalesce(sum(value ->> 1), 0) FROM json_each(found)) AS row_count
      FROM drill_database
      WHERE drill_number = :drill
      """;
  private static final String OF_OUTCOME =
      COLUMNS + "AND (:outcome IS NULL OR outcome = :outcome) ORDER BY position";
  private static final String NEXT = COLUMNS + "AND outcome = 'waiting' ORDER BY position LIMIT 1";
  private static final String COUNT =
      """
      SELECT count(*) FROM drill_database
      WHERE drill_number = :drill AND (:outcome IS NULL OR outcome = :outcome)
      """;
  private static final String NOTE =
      """
      UPDATE drill_database
      SET outcome = :outcome, storage_path = :path, sha256 = :sha256, taken_at = :taken,
          database_bytes = :bytes, schema_same = :schema, rows_same = :rows, noted = :noted,
          found = :found, duration_ms = :duration, reason = :reason
      WHERE drill_number = :drill AND position = :position
      """;

  private DrilledRepository() {}

  /**
   * A database of a drill.
   *
   * @param position its place in the drill
   * @param database what callers see
   * @param sha256 checksum of the backup
   * @param noted JSON: the rows that were noted
   * @param found JSON: the rows that were found
   */
  record Row(
      long position,
      DrilledDatabase database,
      Optional<String> sha256,
      Optional<String> noted,
      Optional<String> found) {}

  static Optional<Row> next(Handle handle, long drill) {
    return handle.createQuery(NEXT).bind("drill", drill).map((row, _) -> row(row)).findOne();
  }

  static List<Row> page(
      Handle handle, long drill, Optional<Outcome> outcome, int limit, long offset) {
    return handle
        .createQuery(OF_OUTCOME + " LIMIT :limit OFFSET :offset")
        .bind("drill", drill)
        .bind("outcome", outcome.map(Outcome::code))
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, _) -> row(row))
        .list();
  }

  static long count(Handle handle, long drill, Optional<Outcome> outcome) {
    return handle
        .createQuery(COUNT)
        .bind("drill", drill)
        .bind("outcome", outcome.map(Outcome::code))
        .mapTo(Long.class)
        .one();
  }

  static void note(Handle handle, long drill, Row row) {
    DrilledDatabase what = row.database();
    handle
        .createUpdate(NOTE)
        .bind("drill", drill)
        .bind("position", row.position())
        .bind("outcome", what.outcome().code())
        .bind("path", what.storagePath())
        .bind("sha256", row.sha256())
        .bind("taken", what.takenAt().map(Instant::toEpochMilli))
        .bind("bytes", what.databaseBytes())
        .bind("schema", what.schema().code())
        .bind("rows", what.rows().code())
        .bind("noted", row.noted())
        .bind("found", row.found())
        .bind("duration", what.durationMs())
        .bind("reason", what.reason())
        .execute();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("position"),
        new DrilledDatabase(
            new TenantId(row.getString("tenant")),
            new WorkspaceName(row.getString("blueprint")),
            Coded.find(Outcome.class, row.getString("outcome")).orElseThrow(),
            Optional.ofNullable(row.getString("storage_path")),
            DrillRepository.instant(row, "taken_at"),
            row.getLong("database_bytes"),
            Coded.find(Comparison.class, row.getString("schema_same")).orElseThrow(),
            Coded.find(Comparison.class, row.getString("rows_same")).orElseThrow(),
            row.getInt("tables"),
            row.getLong("row_count"),
            row.getDouble("duration_ms"),
            Optional.ofNullable(row.getString("reason"))),
        Optional.ofNullable(row.getString("sha256")),
        Optional.ofNullable(row.getString("noted")),
        Optional.ofNullable(row.getString("found")));
  }
}
