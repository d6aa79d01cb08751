package io.tenantry.core.backups;

import io.tenantry.contract.Coded;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunId;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.catalog.ProjectRuns;
import io.tenantry.core.tenants.PositionPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of backup runs and their tenants, inside a transaction of its caller. */
final class BackupRunRepository {
  private static final String COLUMNS =
      """
      SELECT number, id, project_id, status, tenants, done, failed, skipped, bytes, created_at,
             completed_at
      FROM backup_run
      """;

  /** Reads runs. */
  static final ProjectRuns<Row> RUNS = new ProjectRuns<>(COLUMNS, (row, _) -> row(row));

  private static final String INSERT =
      """
      INSERT INTO backup_run (id, project_id, status, tenants, created_at)
      VALUES (:id, :project, 'running', 0, :now)
      RETURNING number
      """;
  private static final String FORGET =
      """
      DELETE FROM backup_run
      WHERE project_id = :project AND status <> 'running'
        AND number NOT IN (SELECT number FROM backup_run WHERE project_id = :project
                           ORDER BY number DESC LIMIT :kept)
      """;
  private static final String ADD =
      "INSERT INTO backup_run_tenant (run_number, position, tenant) VALUES (:run, :at, :tenant)";
  private static final String ADD_MATCHING =
      """
      INSERT INTO backup_run_tenant (run_number, position, tenant)
      SELECT :run, row_number() OVER (), name FROM (SELECT t.name AS name
      """;
  private static final String COUNT =
      """
      UPDATE backup_run
      SET tenants = (SELECT count(*) FROM backup_run_tenant WHERE run_number = :run)
      WHERE number = :run
      RETURNING tenants
      """;
  private static final String WAITING =
      """
      SELECT position, tenant FROM backup_run_tenant
      WHERE run_number = :run AND position > :after AND state = 'waiting'
      ORDER BY position
      LIMIT :limit
      """;
  private static final String NOTE_TENANT =
      """
      UPDATE backup_run_tenant SET state = :state, reason = :reason
      WHERE run_number = :run AND position = :at
      """;
  private static final String NOTE =
      """
      UPDATE backup_run
      SET done = done + (:state = 'done'), failed = failed + (:state = 'failed'),
          skipped = skipped + (:state = 'skipped'), bytes = bytes + :bytes
      WHERE number = :run
      """;
  private static final String END =
      """
      UPDATE backup_run SET status = :status, completed_at = :now
      WHERE number = :run AND status = 'running'
      """;
  private static final String TENANTS =
      """
      SELECT tenant, state, reason FROM backup_run_tenant
      WHERE run_number = :run AND (:state IS NULL OR state = :state)
      ORDER BY position
      LIMIT :limit OFFSET :offset
      """;
  private static final String COUNT_TENANTS =
      """
      SELECT count(*) FROM backup_run_tenant
      WHERE run_number = :run AND (:state IS NULL OR state = :state)
      """;

  private BackupRunRepository() {}

  /**
   * A run as the catalog has it.
   *
   * @param number its row
   * @param project whose
   * @param run what callers see
   */
  record Row(long number, ProjectId project, BackupRun run) {}

  /** A tenant whose turn has not come. */
  record Waiting(long position, TenantId tenant) {}

  static long insert(Handle handle, ProjectId project, BackupRunId id, Instant now) {
    return handle
        .createQuery(INSERT)
        .bind("id", id.value())
        .bind("project", project.value())
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Forgets runs beyond the newest so many. */
  static void forget(Handle handle, ProjectId project, int kept) {
    handle.createUpdate(FORGET).bind("project", project.value()).bind("kept", kept).execute();
  }

  static void add(Handle handle, long run, List<TenantId> tenants) {
    PreparedBatch batch = handle.prepareBatch(ADD);
    long position = 0;
    for (TenantId tenant : tenants) {
      batch.bind("run", run).bind("at", ++position).bind("tenant", tenant.value()).add();
    }
    batch.execute();
  }

  /** Adds what a filter lets through, in its order. */
  static void add(Handle handle, long run, CoverageSearch search, String exceptJson) {
    search
        .bind(
            handle.createUpdate(
                ADD_MATCHING
                    + search.fromWhere()
                    + " AND t.name NOT IN (SELECT value FROM json_each(:except))"
                    + search.order()
                    + ")"))
        .bind("run", run)
        .bind("except", exceptJson)
        .execute();
  }

  /** Notes how many tenants a run is about. */
  static int count(Handle handle, long run) {
    return handle.createQuery(COUNT).bind("run", run).mapTo(Integer.class).one();
  }

  static List<Waiting> waiting(Handle handle, long run, long after, int limit) {
    return handle
        .createQuery(WAITING)
        .bind("run", run)
        .bind("after", after)
        .bind("limit", limit)
        .map(
            (row, _) -> new Waiting(row.getLong("position"), new TenantId(row.getString("tenant"))))
        .list();
  }

  static void note(Handle handle, long run, long position, BackupRunTenant what, long bytes) {
    handle
        .createUpdate(NOTE_TENANT)
        .bind("run", run)
        .bind("at", position)
        .bind("state", what.state().code())
        .bind("reason", what.reason())
        .execute();
    handle
        .createUpdate(NOTE)
        .bind("run", run)
        .bind("state", what.state().code())
        .bind("bytes", bytes)
        .execute();
  }

  static void end(Handle handle, long run, BackupRun.Status status, Instant now) {
    handle
        .createUpdate(END)
        .bind("run", run)
        .bind("status", status.code())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static Page<BackupRunTenant> tenants(
      Handle handle, long run, Optional<BackupRunTenant.State> state, PageRequest wanted) {
    String code = state.map(BackupRunTenant.State::code).orElse("all");
    PositionPage page = PositionPage.of("backup-run." + code, wanted);
    List<BackupRunTenant> rows =
        handle
            .createQuery(TENANTS)
            .bind("run", run)
            .bind("state", state.map(BackupRunTenant.State::code))
            .bind("limit", page.limit())
            .bind("offset", page.offset())
            .map((row, _) -> tenant(row))
            .list();
    long total =
        handle
            .createQuery(COUNT_TENANTS)
            .bind("run", run)
            .bind("state", state.map(BackupRunTenant.State::code))
            .mapTo(Long.class)
            .one();
    return page.page(rows, total);
  }

  private static BackupRunTenant tenant(ResultSet row) throws SQLException {
    return new BackupRunTenant(
        new TenantId(row.getString("tenant")),
        Coded.find(BackupRunTenant.State.class, row.getString("state")).orElseThrow(),
        Optional.ofNullable(row.getString("reason")));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        new ProjectId(row.getString("project_id")),
        new BackupRun(
            new BackupRunId(row.getString("id")),
            Coded.find(BackupRun.Status.class, row.getString("status")).orElseThrow(),
            row.getLong("tenants"),
            row.getLong("done"),
            row.getLong("failed"),
            row.getLong("skipped"),
            row.getLong("bytes"),
            BackupRepository.seconds(row.getLong("created_at")),
            BackupRepository.instant(row, "completed_at")));
  }
}
