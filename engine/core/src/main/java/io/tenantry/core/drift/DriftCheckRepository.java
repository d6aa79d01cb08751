package io.tenantry.core.drift;

import io.tenantry.contract.Coded;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.DriftCheck.Status;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Checks in the catalog and the tenants they are for, inside a transaction of the caller. */
final class DriftCheckRepository {
  private static final String SELECT =
      """
      SELECT c.blueprint_id, b.project_id, b.name, c.status, c.tenants, c.after_tenant, c.total,
             c.checked, c.drifted, c.failed, c.started_at, c.completed_at
      FROM drift_check c
      JOIN blueprint b ON b.id = c.blueprint_id
      """;
  private static final String FIND = SELECT + " WHERE c.blueprint_id = :blueprint";
  private static final String RUNNING = SELECT + " WHERE c.status = 'running'";

  /**
   * Tenants drive it: pages are in their order, and what the other order finds is sorted each time.
   */
  private static final String TARGETS_WHERE =
      """
      FROM tenant t
      CROSS JOIN tenant_database d ON d.tenant_id = t.id AND d.blueprint_id = :blueprint
      WHERE d.status = 'ready'
        AND t.status NOT IN ('deleted', 'partially_deleted')
        AND (:names IS NULL OR t.name IN (SELECT value FROM json_each(:names)))
      """;

  private static final String TARGETS =
      """
      SELECT t.id, t.name, t.status, d.minor, d.isolation_level, d.region, d.generation,
             EXISTS (SELECT 1
                     FROM deployment p
                     JOIN deployment_tenant pt ON pt.deployment_id = p.id AND pt.tenant_id = t.id
                     WHERE p.blueprint_id = d.blueprint_id AND pt.state = 'pending'
                       AND p.completed_at IS NULL) AS deploying
      """
          + TARGETS_WHERE
          + " AND t.id > :after AND t.id <= :last ORDER BY t.id LIMIT :limit";
  private static final String COUNT = "SELECT count(*) " + TARGETS_WHERE;
  private static final String START =
      """
      INSERT INTO drift_check (blueprint_id, status, tenants, total, started_at)
      VALUES (:blueprint, 'running', :tenants, :total, :now)
      """;
  private static final String PROGRESS =
      """
      UPDATE drift_check
      SET after_tenant = :after, checked = checked + :checked, drifted = drifted + :drifted,
          failed = failed + :failed
      WHERE blueprint_id = :blueprint
      """;
  private static final String ERROR =
      """
      INSERT INTO drift_error (blueprint_id, tenant_id, error) VALUES (:blueprint, :tenant, :error)
      ON CONFLICT DO UPDATE SET error = excluded.error
      """;
  private static final String ERRORS =
      """
      SELECT t.name, e.error
      FROM drift_error e
      JOIN tenant t ON t.id = e.tenant_id
      WHERE e.blueprint_id = :blueprint
      ORDER BY e.tenant_id
      LIMIT 100
      """;

  private DriftCheckRepository() {}

  /**
   * A database to look at.
   *
   * @param minor the version the catalog says it is on
   * @param isDeploying whether a deployment may be changing it now
   */
  record Target(
      long tenantId, TenantStatus status, TenantPlace place, int minor, boolean isDeploying) {}

  static Optional<DriftCheckRow> find(Handle handle, long blueprint) {
    return handle
        .createQuery(FIND)
        .bind("blueprint", blueprint)
        .map((row, _) -> check(row))
        .findOne();
  }

  /** Returns the checks that have not ended. */
  static List<DriftCheckRow> running(Handle handle) {
    return handle.createQuery(RUNNING).map((row, _) -> check(row)).list();
  }

  /** Replaces the last check of a blueprint by a new one. */
  static void start(Handle handle, long blueprint, @Nullable String names, Instant now) {
    handle.execute("DELETE FROM drift_check WHERE blueprint_id = ?", blueprint);
    int total =
        handle
            .createQuery(COUNT)
            .bind("blueprint", blueprint)
            .bind("names", names)
            .mapTo(Integer.class)
            .one();
    handle
        .createUpdate(START)
        .bind("blueprint", blueprint)
        .bind("tenants", names)
        .bind("total", total)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Returns the next databases in catalog order; empty when none is left. */
  static List<Target> targets(Handle handle, DriftCheckRow check, long after, int limit) {
    return targets(handle, check, after, Long.MAX_VALUE, limit);
  }

  /** Returns the database of one tenant as it stands now; empty when it is no target any more. */
  static Optional<Target> target(Handle handle, DriftCheckRow check, long tenant) {
    return targets(handle, check, tenant - 1, tenant, 1).stream().findFirst();
  }

  private static List<Target> targets(
      Handle handle, DriftCheckRow check, long after, long last, int limit) {
    return handle
        .createQuery(TARGETS)
        .bind("blueprint", check.blueprintId())
        .bind("names", check.tenants().orElse(null))
        .bind("after", after)
        .bind("last", last)
        .bind("limit", limit)
        .map((row, _) -> target(row, check))
        .list();
  }

  static void progress(
      Handle handle, long blueprint, long after, int checked, int drifted, int failed) {
    handle
        .createUpdate(PROGRESS)
        .bind("after", after)
        .bind("checked", checked)
        .bind("drifted", drifted)
        .bind("failed", failed)
        .bind("blueprint", blueprint)
        .execute();
  }

  static void error(Handle handle, long blueprint, long tenant, String error) {
    handle
        .createUpdate(ERROR)
        .bind("blueprint", blueprint)
        .bind("tenant", tenant)
        .bind("error", error)
        .execute();
  }

  static List<String> errors(Handle handle, long blueprint) {
    return handle
        .createQuery(ERRORS)
        .bind("blueprint", blueprint)
        .map((row, _) -> "tenant '%s': %s".formatted(row.getString(1), row.getString(2)))
        .list();
  }

  static void complete(Handle handle, long blueprint, Instant now) {
    handle.execute(
        "UPDATE drift_check SET status = 'completed', completed_at = ? WHERE blueprint_id = ?",
        now.toEpochMilli(),
        blueprint);
  }

  private static Target target(ResultSet row, DriftCheckRow check) throws SQLException {
    TenantId tenant = new TenantId(row.getString("name"));
    return new Target(
        row.getLong("id"),
        Coded.find(TenantStatus.class, row.getString("status")).orElseThrow(),
        TenantTargetRepository.place(row, check.project(), check.blueprint(), tenant),
        row.getInt("minor"),
        row.getBoolean("deploying"));
  }

  private static DriftCheckRow check(ResultSet row) throws SQLException {
    return new DriftCheckRow(
        row.getLong("blueprint_id"),
        new ProjectId(row.getString("project_id")),
        Optional.ofNullable(row.getString("tenants")),
        row.getLong("after_tenant"),
        new DriftCheck(
            new WorkspaceName(row.getString("name")),
            Coded.find(Status.class, row.getString("status")).orElseThrow(),
            row.getInt("total"),
            row.getInt("checked"),
            row.getInt("drifted"),
            row.getInt("failed"),
            List.of(),
            instant(row.getLong("started_at")),
            row.getObject("completed_at") == null
                ? Optional.empty()
                : Optional.of(instant(row.getLong("completed_at")))));
  }

  private static Instant instant(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
