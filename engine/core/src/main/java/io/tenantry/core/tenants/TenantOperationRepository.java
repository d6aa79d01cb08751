package io.tenantry.core.tenants;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.hosts.TenantPlace;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Work on a tenant that outlives a crash: moving it, putting a backup back, recovering it. At most
 * one at a time for a tenant; its status says what goes on. Inside a transaction of the caller.
 */
public final class TenantOperationRepository {
  private static final String BEGIN =
      """
      INSERT INTO tenant_operation (tenant_id, kind, payload, started_at)
      VALUES (:tenant, :kind, :payload, :now)
      """;
  private static final String SET_PAYLOAD =
      "UPDATE tenant_operation SET payload = :payload WHERE tenant_id = :tenant";
  private static final String SET_STATUS =
      "UPDATE tenant SET status = :status, status_since = :now WHERE id = :tenant";
  private static final String END = "DELETE FROM tenant_operation WHERE tenant_id = :tenant";
  private static final String NOTE_FILES =
      """
      INSERT INTO tenant_file_use (tenant_id, blueprint, generation, since)
      SELECT d.tenant_id, b.name, d.generation, :now
      FROM tenant_database d
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE d.tenant_id = :tenant
        AND d.generation <> coalesce((SELECT u.generation FROM tenant_file_use u
                                      WHERE u.tenant_id = d.tenant_id AND u.blueprint = b.name
                                      ORDER BY u.id DESC LIMIT 1), 0)
      """;
  private static final String OPEN =
      """
      SELECT o.tenant_id, t.project_id, t.name, t.status, o.payload, o.started_at
      FROM tenant_operation o
      JOIN tenant t ON t.id = o.tenant_id
      WHERE o.kind = :kind
      ORDER BY o.started_at, o.tenant_id
      """;
  private static final String NEXT_GENERATION =
      """
      UPDATE tenant_database
      SET last_generation = last_generation + 1
      WHERE tenant_id = :tenant
        AND blueprint_id = (SELECT id FROM blueprint WHERE project_id = :project
                            AND name = :blueprint)
      RETURNING last_generation
      """;
  private static final String SWITCH =
      """
      UPDATE tenant_database
      SET isolation_level = :level, region = :region, generation = :generation
      WHERE tenant_id = :tenant
        AND blueprint_id = (SELECT id FROM blueprint WHERE project_id = :project
                            AND name = :blueprint)
      """;

  private TenantOperationRepository() {}

  /**
   * An operation that has not ended.
   *
   * @param tenantId row of the tenant
   * @param status what the tenant's status is now
   * @param payload JSON, as the feature stored it
   */
  public record Open(
      long tenantId,
      ProjectId project,
      TenantId tenant,
      TenantStatus status,
      String payload,
      Instant startedAt) {}

  /**
   * Starts an operation on a ready tenant.
   *
   * @param kind the feature that goes on with it after a crash
   * @param during the status the tenant has meanwhile
   * @param payload JSON
   * @return row of the tenant
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND; CONFLICT with the documented text
   *     unless the tenant is ready
   */
  public static long begin(
      Handle handle,
      ProjectId project,
      TenantId name,
      String kind,
      TenantStatus during,
      String payload,
      Instant now) {
    TenantRow tenant = TenantRepository.get(handle, project, name);
    if (tenant.status() != TenantStatus.READY) {
      throw Refusals.notQueryable(name, tenant.status());
    }
    setStatus(handle, tenant.id(), during, now);
    handle
        .createUpdate(BEGIN)
        .bind("tenant", tenant.id())
        .bind("kind", kind)
        .bind("payload", payload)
        .bind("now", now.toEpochMilli())
        .execute();
    return tenant.id();
  }

  /** Notes how far an operation is. */
  public static void note(Handle handle, long tenant, String payload) {
    handle.createUpdate(SET_PAYLOAD).bind("payload", payload).bind("tenant", tenant).execute();
  }

  /** Sets the status of a tenant that is under an operation. */
  public static void setStatus(Handle handle, long tenant, TenantStatus status, Instant now) {
    handle
        .createUpdate(SET_STATUS)
        .bind("status", status.code())
        .bind("now", now.toEpochMilli())
        .bind("tenant", tenant)
        .execute();
  }

  /** Ends an operation; the tenant is ready, and its files are in use from now on. */
  public static void end(Handle handle, long tenant, Instant now) {
    handle
        .createUpdate(NOTE_FILES)
        .bind("tenant", tenant)
        .bind("now", now.toEpochMilli())
        .execute();
    handle.createUpdate(END).bind("tenant", tenant).execute();
    setStatus(handle, tenant, TenantStatus.READY, now);
  }

  /** Returns the operations of a feature that have not ended, oldest first. */
  public static List<Open> open(Handle handle, String kind) {
    return handle
        .createQuery(OPEN)
        .bind("kind", kind)
        .map(
            (row, _) ->
                new Open(
                    row.getLong("tenant_id"),
                    new ProjectId(row.getString("project_id")),
                    new TenantId(row.getString("name")),
                    TenantRepository.statusOf(row.getString("status")),
                    row.getString("payload"),
                    Instant.ofEpochMilli(row.getLong("started_at"))))
        .list();
  }

  /**
   * Returns a number that no file of the database has had; to be stored before the file is made.
   */
  public static int nextGeneration(Handle handle, long tenant, TenantPlace place) {
    return handle
        .createQuery(NEXT_GENERATION)
        .bind("tenant", tenant)
        .bind("project", place.project().value())
        .bind("blueprint", place.blueprint().value())
        .mapTo(Integer.class)
        .one();
  }

  /** Makes a place the one where the database is: the switch that callers see. */
  public static void switchTo(Handle handle, long tenant, TenantPlace place) {
    handle
        .createUpdate(SWITCH)
        .bind("level", place.isolationLevel())
        .bind("region", place.region())
        .bind("generation", place.generation())
        .bind("tenant", tenant)
        .bind("project", place.project().value())
        .bind("blueprint", place.blueprint().value())
        .execute();
  }
}
