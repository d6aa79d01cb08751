package io.tenantry.core.recovery;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The files that recoveries replaced and that are still there, inside a transaction. */
final class KeptFileRepository {
  private static final String COLUMNS =
      """
      SELECT k.id, k.tenant_id, k.blueprint, k.isolation_level, k.region, k.generation,
             k.replaced_by, t.project_id, t.name
      FROM kept_file k
      JOIN tenant t ON t.id = k.tenant_id
      """;
  private static final String UNDOABLE =
      COLUMNS
          + """
          JOIN blueprint b ON b.project_id = t.project_id AND b.name = k.blueprint
          JOIN tenant_database d ON d.tenant_id = k.tenant_id AND d.blueprint_id = b.id
          WHERE k.tenant_id = :tenant AND k.until > :now AND d.generation = k.replaced_by
          ORDER BY k.blueprint
          """;
  private static final String DUE = COLUMNS + "WHERE k.until <= :now ORDER BY k.id";
  private static final String OF_DATABASE =
      COLUMNS
          + """
          WHERE t.project_id = :project AND t.name = :tenant AND k.blueprint = :blueprint
          ORDER BY k.id
          """;
  private static final String INSERT =
      """
      INSERT INTO kept_file (tenant_id, blueprint, isolation_level, region, generation, replaced_by,
                             until)
      VALUES (:tenant, :blueprint, :level, :region, :generation, :replacedBy, :until)
      """;
  private static final String RELEASE =
      """
      UPDATE kept_file
      SET replaced_by = NULL, until = min(until, :now)
      WHERE tenant_id = :tenant AND blueprint = :blueprint
      """;
  private static final String DELETE = "DELETE FROM kept_file WHERE id = :id";

  private KeptFileRepository() {}

  /**
   * A file that is kept.
   *
   * @param place where it is
   * @param replacedBy which file came in its place; empty when it only waits to be deleted
   */
  record Kept(long id, long tenantId, TenantPlace place, Optional<Integer> replacedBy) {}

  /** Returns what an undo brings back now. */
  static List<Kept> undoable(Handle handle, long tenant, Instant now) {
    return handle
        .createQuery(UNDOABLE)
        .bind("tenant", tenant)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> kept(row))
        .list();
  }

  /** Returns the files whose time is up. */
  static List<Kept> due(Handle handle, Instant now) {
    return handle
        .createQuery(DUE)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> kept(row))
        .list();
  }

  /** Returns all files kept of a database. */
  static List<Kept> ofDatabase(Handle handle, TenantPlace place) {
    return handle
        .createQuery(OF_DATABASE)
        .bind("project", place.project().value())
        .bind("tenant", place.tenant().value())
        .bind("blueprint", place.blueprint().value())
        .map((row, _) -> kept(row))
        .list();
  }

  /** Keeps a file that another one replaces; an undo can bring it back. */
  static void keep(Handle handle, long tenant, TenantPlace place, int replacedBy, Instant until) {
    insert(handle, tenant, place, Optional.of(replacedBy), until);
  }

  /** Has a file deleted soon. */
  static void discard(Handle handle, long tenant, TenantPlace place, Instant now) {
    insert(handle, tenant, place, Optional.empty(), now);
  }

  private static void insert(
      Handle handle, long tenant, TenantPlace place, Optional<Integer> replacedBy, Instant until) {
    handle
        .createUpdate(INSERT)
        .bind("tenant", tenant)
        .bind("blueprint", place.blueprint().value())
        .bind("level", place.isolationLevel())
        .bind("region", place.region())
        .bind("generation", place.generation())
        .bind("replacedBy", replacedBy)
        .bind("until", until.toEpochMilli())
        .execute();
  }

  /** Lets go of all files kept of a database: no undo needs them any more. */
  static void release(Handle handle, long tenant, WorkspaceName blueprint, Instant now) {
    handle
        .createUpdate(RELEASE)
        .bind("tenant", tenant)
        .bind("blueprint", blueprint.value())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Forgets a file that is in use again, or gone. */
  static void delete(Handle handle, long id) {
    handle.createUpdate(DELETE).bind("id", id).execute();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    int replacedBy = row.getInt("replaced_by");
    return new Kept(
        row.getLong("id"),
        row.getLong("tenant_id"),
        TenantTargetRepository.place(
            row,
            new ProjectId(row.getString("project_id")),
            new WorkspaceName(row.getString("blueprint")),
            new TenantId(row.getString("name"))),
        row.getObject("replaced_by") == null ? Optional.empty() : Optional.of(replacedBy));
  }
}
