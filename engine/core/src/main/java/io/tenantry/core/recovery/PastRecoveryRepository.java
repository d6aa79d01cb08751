package io.tenantry.core.recovery;

import io.tenantry.contract.Coded;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What became of recoveries, inside a transaction of the caller. */
final class PastRecoveryRepository {
  private static final int KEPT = 100;
  private static final String INSERT =
      """
      INSERT INTO tenant_recovery (tenant_id, blueprint, target, generation, state, created_at)
      VALUES (:tenant, :blueprint, :target, :generation, 'running', :now)
      """;
  private static final String FORGET =
      """
      DELETE FROM tenant_recovery
      WHERE tenant_id = :tenant
        AND id NOT IN (SELECT id FROM tenant_recovery WHERE tenant_id = :tenant
                       ORDER BY id DESC LIMIT :kept)
      """;
  private static final String END =
      """
      UPDATE tenant_recovery SET state = :state, error = :error, completed_at = :now
      WHERE tenant_id = :tenant AND state = 'running'
      """;
  private static final String UNDONE =
      """
      UPDATE tenant_recovery SET state = 'undone'
      WHERE tenant_id = :tenant AND blueprint = :blueprint AND generation = :generation
        AND state = 'done'
      """;
  private static final String LIST =
      """
      SELECT r.blueprint, r.target, r.state, r.error, r.created_at, r.completed_at,
             (SELECT k.until FROM kept_file k
              JOIN tenant t ON t.id = k.tenant_id
              JOIN blueprint b ON b.project_id = t.project_id AND b.name = k.blueprint
              JOIN tenant_database d ON d.tenant_id = k.tenant_id AND d.blueprint_id = b.id
              WHERE r.state = 'done' AND k.tenant_id = r.tenant_id AND k.blueprint = r.blueprint
                AND k.replaced_by = r.generation AND d.generation = r.generation
                AND k.until > :now) AS undo_until
      FROM tenant_recovery r
      WHERE r.tenant_id = :tenant
      ORDER BY r.id DESC
      """;

  private PastRecoveryRepository() {}

  static void insert(Handle handle, long tenant, RecoveryRepository.Plan plan, Instant now) {
    for (RecoveryRepository.PlannedFile file : plan.files()) {
      handle
          .createUpdate(INSERT)
          .bind("tenant", tenant)
          .bind("blueprint", file.blueprint().value())
          .bind("target", plan.micros())
          .bind("generation", file.generation())
          .bind("now", now.toEpochMilli())
          .execute();
    }
    handle.createUpdate(FORGET).bind("tenant", tenant).bind("kept", KEPT).execute();
  }

  static void done(Handle handle, long tenant, Instant now) {
    end(handle, tenant, PastRecovery.State.DONE, Optional.empty(), now);
  }

  static void failed(Handle handle, long tenant, String error, Instant now) {
    end(handle, tenant, PastRecovery.State.FAILED, Optional.of(error), now);
  }

  private static void end(
      Handle handle, long tenant, PastRecovery.State state, Optional<String> error, Instant now) {
    handle
        .createUpdate(END)
        .bind("tenant", tenant)
        .bind("state", state.code())
        .bind("error", error)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static void undone(Handle handle, long tenant, WorkspaceName blueprint, int generation) {
    handle
        .createUpdate(UNDONE)
        .bind("tenant", tenant)
        .bind("blueprint", blueprint.value())
        .bind("generation", generation)
        .execute();
  }

  /** Returns those of a tenant, newest first. */
  static List<PastRecovery> ofTenant(Handle handle, long tenant, Instant now) {
    return handle
        .createQuery(LIST)
        .bind("tenant", tenant)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> recovery(row))
        .list();
  }

  private static PastRecovery recovery(ResultSet row) throws SQLException {
    return new PastRecovery(
        new WorkspaceName(row.getString("blueprint")),
        Micros.instant(row.getLong("target")),
        Coded.find(PastRecovery.State.class, row.getString("state")).orElseThrow(),
        Optional.ofNullable(row.getString("error")),
        seconds(row.getLong("created_at")),
        instant(row, "completed_at"),
        instant(row, "undo_until"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(seconds(millis));
  }

  private static Instant seconds(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
