package io.tenantry.core.drills;

import io.tenantry.contract.Coded;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrillId;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.catalog.ProjectRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of drills, inside a transaction of the caller. */
final class DrillRepository {
  private static final String COLUMNS =
      """
      SELECT d.number, d.id, d.project_id, d.status, d.author, d.created_at, d.completed_at,
             d.report, d.signature,
             (SELECT count(*) FROM drill_database b WHERE b.drill_number = d.number) AS databases,
             (SELECT count(*) FROM drill_database b
              WHERE b.drill_number = d.number AND b.outcome = 'passed') AS passed,
             (SELECT count(*) FROM drill_database b
              WHERE b.drill_number = d.number AND b.outcome = 'failed') AS failed,
             (SELECT count(*) FROM drill_database b
              WHERE b.drill_number = d.number AND b.outcome = 'without_backup') AS without,
             (SELECT coalesce(sum(b.database_bytes), 0) FROM drill_database b
              WHERE b.drill_number = d.number AND b.outcome IN ('passed', 'failed')) AS bytes
      FROM drill d
      """;

  /** Reads runs. */
  static final ProjectRuns<Row> RUNS = new ProjectRuns<>(COLUMNS, (row, _) -> row(row));

  private static final String INSERT =
      """
      INSERT INTO drill (id, project_id, status, author, created_at)
      VALUES (:id, :project, 'running', :author, :now)
      RETURNING number
      """;
  private static final String ADD =
      """
      INSERT INTO drill_database (drill_number, position, tenant, blueprint)
      SELECT :drill,
             (SELECT count(*) FROM drill_database WHERE drill_number = :drill)
               + row_number() OVER (ORDER BY t.name, b.name),
             t.name, b.name
      FROM tenant t
      JOIN tenant_database d ON d.tenant_id = t.id AND d.status = 'ready'
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE t.project_id = :project AND t.status <> 'deleted'
      """;
  private static final String NAMED = ADD + "AND t.name = :tenant";
  private static final String SAMPLE =
      ADD
          + """
            AND t.id IN (SELECT id FROM tenant
                         WHERE project_id = :project AND status <> 'deleted'
                         ORDER BY random() LIMIT :sample)
          """;
  private static final String KNOWN =
      "SELECT count(*) FROM tenant WHERE project_id = :project AND name = :tenant";
  private static final String END =
      """
      UPDATE drill SET status = :status, completed_at = :now, report = :report,
                       signature = :signature
      WHERE number = :drill AND report IS NULL
      """;

  private DrillRepository() {}

  /**
   * A drill as the catalog has it.
   *
   * @param number its row
   * @param project whose
   * @param author who asked for it
   * @param drill what callers see
   * @param report its text, once it has ended
   * @param signature of the report
   */
  record Row(
      long number,
      ProjectId project,
      String author,
      Drill drill,
      Optional<String> report,
      Optional<String> signature) {}

  static long insert(Handle handle, ProjectId project, DrillId id, String author, Instant now) {
    return handle
        .createQuery(INSERT)
        .bind("id", id.value())
        .bind("project", project.value())
        .bind("author", author)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  static boolean isTenant(Handle handle, ProjectId project, TenantId tenant) {
    return handle
            .createQuery(KNOWN)
            .bind("project", project.value())
            .bind("tenant", tenant.value())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Adds the databases of a tenant; returns how many. */
  static int add(Handle handle, long drill, ProjectId project, TenantId tenant) {
    return handle
        .createUpdate(NAMED)
        .bind("drill", drill)
        .bind("project", project.value())
        .bind("tenant", tenant.value())
        .execute();
  }

  /** Adds the databases of some tenants, drawn at random; returns how many. */
  static int sample(Handle handle, long drill, ProjectId project, int tenants) {
    return handle
        .createUpdate(SAMPLE)
        .bind("drill", drill)
        .bind("project", project.value())
        .bind("sample", tenants)
        .execute();
  }

  /** Ends a drill with its report; one that has its report keeps it. */
  static void end(
      Handle handle,
      long drill,
      Drill.Status status,
      String report,
      String signature,
      Instant now) {
    handle
        .createUpdate(END)
        .bind("drill", drill)
        .bind("status", status.code())
        .bind("report", report)
        .bind("signature", signature)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        new ProjectId(row.getString("project_id")),
        row.getString("author"),
        new Drill(
            new DrillId(row.getString("id")),
            Coded.find(Drill.Status.class, row.getString("status")).orElseThrow(),
            row.getLong("databases"),
            row.getLong("passed"),
            row.getLong("failed"),
            row.getLong("without"),
            row.getLong("bytes"),
            seconds(row.getLong("created_at")),
            instant(row, "completed_at")),
        Optional.ofNullable(row.getString("report")),
        Optional.ofNullable(row.getString("signature")));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(seconds(millis));
  }

  static Instant seconds(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
