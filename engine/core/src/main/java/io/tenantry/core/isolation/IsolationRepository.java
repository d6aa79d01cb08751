package io.tenantry.core.isolation;

import io.tenantry.contract.Coded;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of moves, inside a transaction of the caller. */
final class IsolationRepository {
  private static final String INSERT =
      """
      INSERT INTO isolation_change (tenant_id, blueprint_id, from_level, from_region,
                                    from_generation, to_level, to_region, to_generation, state,
                                    started_at)
      SELECT :tenant, b.id, :fromLevel, :fromRegion, :fromGeneration, :toLevel, :toRegion,
             :toGeneration, 'running', :now
      FROM blueprint b
      WHERE b.project_id = :project AND b.name = :blueprint
      """;
  private static final String RUNNING =
      """
      SELECT c.id, c.tenant_id, t.project_id, t.name AS tenant, b.name AS blueprint,
             c.from_level, c.from_region, c.from_generation,
             c.to_level, c.to_region, c.to_generation
      FROM isolation_change c
      JOIN tenant t ON t.id = c.tenant_id
      JOIN blueprint b ON b.id = c.blueprint_id
      WHERE c.state = 'running'
      ORDER BY c.id
      """;
  private static final String IS_RUNNING =
      "SELECT count(*) FROM isolation_change WHERE id = :id AND state = 'running'";
  private static final String COMPLETE =
      """
      UPDATE isolation_change
      SET state = 'completed', size_bytes = :size, held_us = :held, completed_at = :now
      WHERE id = :id
      """;
  private static final String FAIL =
      """
      UPDATE isolation_change
      SET state = 'failed', error = :error, completed_at = :now
      WHERE id = :id
      """;
  private static final String OF_TENANT =
      """
      SELECT b.name AS blueprint, c.from_level, c.from_region, c.to_level, c.to_region, c.state,
             c.error, c.size_bytes, c.held_us, c.started_at, c.completed_at
      FROM isolation_change c
      JOIN blueprint b ON b.id = c.blueprint_id
      WHERE c.tenant_id = :tenant
      ORDER BY c.id DESC
      """;
  private static final String REGIONS =
      """
      SELECT DISTINCT region FROM tenant_database WHERE region IS NOT NULL
      UNION SELECT to_region FROM isolation_change WHERE state = 'running'
        AND to_region IS NOT NULL
      UNION SELECT region FROM retired_file WHERE region IS NOT NULL
      """;
  private static final double MICROS_PER_MILLI = 1000;

  private IsolationRepository() {}

  /** Returns the zones where files are, or may be. */
  static List<String> regions(Handle handle) {
    return handle.createQuery(REGIONS).mapTo(String.class).list();
  }

  /** Notes a move that begins; returns its row. */
  static long insert(Handle handle, long tenant, TenantPlace from, TenantPlace to, Instant now) {
    handle
        .createUpdate(INSERT)
        .bind("tenant", tenant)
        .bind("project", from.project().value())
        .bind("blueprint", from.blueprint().value())
        .bind("fromLevel", from.isolationLevel())
        .bind("fromRegion", from.region())
        .bind("fromGeneration", from.generation())
        .bind("toLevel", to.isolationLevel())
        .bind("toRegion", to.region())
        .bind("toGeneration", to.generation())
        .bind("now", now.toEpochMilli())
        .execute();
    return handle.createQuery("SELECT last_insert_rowid()").mapTo(Long.class).one();
  }

  /** Returns the moves that have not ended, oldest first. */
  static List<Move> running(Handle handle) {
    return handle.createQuery(RUNNING).map((row, _) -> move(row)).list();
  }

  private static Move move(ResultSet row) throws SQLException {
    return new Move(
        row.getLong("id"), row.getLong("tenant_id"), place(row, "from"), place(row, "to"));
  }

  private static TenantPlace place(ResultSet row, String end) throws SQLException {
    return new TenantPlace(
        new ProjectId(row.getString("project_id")),
        new WorkspaceName(row.getString("blueprint")),
        new TenantId(row.getString("tenant")),
        row.getInt(end + "_level"),
        Optional.ofNullable(row.getString(end + "_region")),
        row.getInt(end + "_generation"));
  }

  /** Returns whether a move has not ended; false also when its tenant is gone. */
  static boolean isRunning(Handle handle, long id) {
    return handle.createQuery(IS_RUNNING).bind("id", id).mapTo(Integer.class).one() > 0;
  }

  /** Notes that the database is at its new host. */
  static void complete(Handle handle, long id, long sizeBytes, long heldMicros, Instant now) {
    handle
        .createUpdate(COMPLETE)
        .bind("size", sizeBytes)
        .bind("held", heldMicros)
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  /** Notes why the database stays where it was. */
  static void fail(Handle handle, long id, String error, Instant now) {
    handle
        .createUpdate(FAIL)
        .bind("error", error)
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  /** Returns the moves of those databases of a tenant, newest first. */
  static List<IsolationChange> of(
      Handle handle, long tenant, Collection<WorkspaceName> blueprints) {
    return handle
        .createQuery(OF_TENANT)
        .bind("tenant", tenant)
        .map((row, _) -> change(row))
        .filter(change -> blueprints.contains(change.blueprint()))
        .list();
  }

  private static IsolationChange change(ResultSet row) throws SQLException {
    long size = row.getLong("size_bytes");
    long held = row.getLong("held_us");
    long completed = row.getLong("completed_at");
    IsolationChange.State state =
        Coded.find(IsolationChange.State.class, row.getString("state")).orElseThrow();
    boolean done = state == IsolationChange.State.COMPLETED;
    return new IsolationChange(
        new WorkspaceName(row.getString("blueprint")),
        row.getInt("from_level"),
        row.getInt("to_level"),
        Optional.ofNullable(row.getString("from_region")),
        Optional.ofNullable(row.getString("to_region")),
        state,
        Optional.ofNullable(row.getString("error")),
        seconds(row.getLong("started_at")),
        state == IsolationChange.State.RUNNING ? Optional.empty() : Optional.of(seconds(completed)),
        done ? Optional.of(size) : Optional.empty(),
        done ? Optional.of(held / MICROS_PER_MILLI) : Optional.empty());
  }

  private static Instant seconds(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
