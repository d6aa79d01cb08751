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

/** What the catalog knows for recoveries, inside a transaction of the caller. */
final class RecoveryRepository {
  private static final String DATABASES =
      """
      SELECT t.project_id, t.name AS tenant, b.name AS blueprint, d.isolation_level, d.region,
             d.generation, d.created_at, d.tenant_id
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE d.tenant_id = :tenant AND d.status = 'ready'
      ORDER BY b.name
      """;
  private static final String FIND =
      """
      SELECT t.project_id, t.name AS tenant, b.name AS blueprint, d.isolation_level, d.region,
             d.generation, d.created_at, d.tenant_id
      FROM tenant t
      JOIN tenant_database d ON d.tenant_id = t.id
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE t.project_id = :project AND t.name = :name AND b.name = :blueprint
      """;
  private static final String USES =
      """
      SELECT generation, since
      FROM tenant_file_use
      WHERE tenant_id = :tenant AND blueprint = :blueprint
      ORDER BY id
      """;
  private static final String FORGET_USES =
      """
      DELETE FROM tenant_file_use
      WHERE since < :before
        AND EXISTS (SELECT 1 FROM tenant_file_use n
                    WHERE n.tenant_id = tenant_file_use.tenant_id
                      AND n.blueprint = tenant_file_use.blueprint
                      AND n.id > tenant_file_use.id AND n.since < :before)
      """;
  private static final String OPEN_DEPLOYMENTS =
      """
      SELECT d.id
      FROM deployment_tenant t
      JOIN deployment d ON d.id = t.deployment_id
      WHERE t.tenant_id = :tenant AND t.state = 'pending' AND d.status IN ('pending', 'running')
      LIMIT 1
      """;
  private static final String SET_VERSION =
      """
      UPDATE tenant_database
      SET minor = :minor, fingerprint = :fingerprint
      WHERE tenant_id = :tenant
        AND blueprint_id = (SELECT id FROM blueprint WHERE project_id = :project
                            AND name = :blueprint)
      """;
  private static final String PLAN =
      "SELECT value ->> 0 AS blueprint, value ->> 1 AS generation FROM json_each(:plan, '$.files')";
  private static final String TARGET = "SELECT :plan ->> '$.target'";

  private RecoveryRepository() {}

  /**
   * A database and which files it had.
   *
   * @param tenantId row of its tenant
   * @param place where it is now
   * @param uses its files over time, oldest first
   */
  record Database(long tenantId, TenantPlace place, List<FileUse> uses) {
    Database {
      uses = List.copyOf(uses);
    }
  }

  /**
   * From when on a file was the one in use.
   *
   * @param generation which file
   * @param sinceMicros microseconds since 1970 UTC
   */
  record FileUse(int generation, long sinceMicros) {}

  /**
   * A recovery under way.
   *
   * @param micros the time whose state is wanted
   * @param files what is made, by blueprint
   */
  record Plan(long micros, List<PlannedFile> files) {}

  /** A file that is being made. */
  record PlannedFile(WorkspaceName blueprint, int generation) {}

  static List<Database> databases(Handle handle, long tenant) {
    return handle
        .createQuery(DATABASES)
        .bind("tenant", tenant)
        .map((row, _) -> database(row))
        .list()
        .stream()
        .map(database -> withUses(handle, database))
        .toList();
  }

  static Optional<Database> find(
      Handle handle, ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("name", tenant.value())
        .bind("blueprint", blueprint.value())
        .map((row, _) -> database(row))
        .findOne()
        .map(database -> withUses(handle, database));
  }

  private static Database database(ResultSet row) throws SQLException {
    return new Database(
        row.getLong("tenant_id"),
        TenantTargetRepository.place(
            row,
            new ProjectId(row.getString("project_id")),
            new WorkspaceName(row.getString("blueprint")),
            new TenantId(row.getString("tenant"))),
        List.of(new FileUse(0, row.getLong("created_at") * 1000)));
  }

  private static Database withUses(Handle handle, Database database) {
    List<FileUse> uses =
        handle
            .createQuery(USES)
            .bind("tenant", database.tenantId())
            .bind("blueprint", database.place().blueprint().value())
            .map((row, _) -> new FileUse(row.getInt("generation"), row.getLong("since") * 1000))
            .list();
    uses.addAll(0, database.uses());
    return new Database(database.tenantId(), database.place(), uses);
  }

  /** Forgets the files that were followed by another one before the time. */
  static void forgetUses(Handle handle, Instant before) {
    handle.createUpdate(FORGET_USES).bind("before", before.toEpochMilli()).execute();
  }

  /** Returns a deployment that has not reached the tenant yet. */
  static Optional<String> openDeployment(Handle handle, long tenant) {
    return handle
        .createQuery(OPEN_DEPLOYMENTS)
        .bind("tenant", tenant)
        .mapTo(String.class)
        .findOne();
  }

  static void setVersion(Handle handle, long tenant, TenantPlace place, FileVersion version) {
    handle
        .createUpdate(SET_VERSION)
        .bind("minor", version.minor())
        .bind("fingerprint", version.fingerprint())
        .bind("tenant", tenant)
        .bind("project", place.project().value())
        .bind("blueprint", place.blueprint().value())
        .execute();
  }

  /** Writes a plan as JSON. */
  static String json(Plan plan) {
    return "{\"target\":%d,\"files\":[%s]}"
        .formatted(
            plan.micros(),
            String.join(
                ",",
                plan.files().stream()
                    .map(file -> "[\"%s\",%d]".formatted(file.blueprint(), file.generation()))
                    .toList()));
  }

  /** Reads a plan. */
  static Plan plan(Handle handle, String json) {
    long micros = handle.createQuery(TARGET).bind("plan", json).mapTo(Long.class).one();
    return new Plan(
        micros,
        handle
            .createQuery(PLAN)
            .bind("plan", json)
            .map(
                (row, _) ->
                    new PlannedFile(
                        new WorkspaceName(row.getString("blueprint")), row.getInt("generation")))
            .list());
  }
}
