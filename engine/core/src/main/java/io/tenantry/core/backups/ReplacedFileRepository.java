package io.tenantry.core.backups;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The files of databases that were replaced and may still be there. */
final class ReplacedFileRepository {
  private static final String INSERT =
      """
      INSERT OR IGNORE INTO replaced_file (tenant_id, blueprint_id, isolation_level, region,
                                           generation)
      VALUES (:tenant, :blueprint, :level, :region, :generation)
      """;
  private static final String ALL =
      """
      SELECT f.tenant_id, f.blueprint_id, t.project_id, t.name AS tenant, b.name AS blueprint,
             f.isolation_level, f.region, f.generation
      FROM replaced_file f
      JOIN tenant t ON t.id = f.tenant_id
      JOIN blueprint b ON b.id = f.blueprint_id
      """;
  private static final String DELETE =
      """
      DELETE FROM replaced_file
      WHERE tenant_id = :tenant AND blueprint_id = :blueprint AND generation = :generation
      """;

  private ReplacedFileRepository() {}

  /** A file and the rows it belonged to. */
  record Replaced(long tenantId, long blueprintId, TenantPlace place) {}

  static void insert(Handle handle, Replaced file) {
    handle
        .createUpdate(INSERT)
        .bind("tenant", file.tenantId())
        .bind("blueprint", file.blueprintId())
        .bind("level", file.place().isolationLevel())
        .bind("region", file.place().region())
        .bind("generation", file.place().generation())
        .execute();
  }

  static List<Replaced> all(Handle handle) {
    return handle
        .createQuery(ALL)
        .map(
            (row, _) ->
                new Replaced(
                    row.getLong("tenant_id"),
                    row.getLong("blueprint_id"),
                    TenantTargetRepository.place(
                        row,
                        new ProjectId(row.getString("project_id")),
                        new WorkspaceName(row.getString("blueprint")),
                        new TenantId(row.getString("tenant")))))
        .list();
  }

  static void delete(Handle handle, Replaced file) {
    handle
        .createUpdate(DELETE)
        .bind("tenant", file.tenantId())
        .bind("blueprint", file.blueprintId())
        .bind("generation", file.place().generation())
        .execute();
  }
}
