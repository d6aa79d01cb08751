package io.tenantry.core.samples;

import io.tenantry.contract.Coded;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.tenants.Ids;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the databases of named tenants with what the catalog knows of them. */
final class SampleRepository {
  private static final String NAMED =
      """
      SELECT d.id, d.tenant_id, t.name AS tenant, t.status, b.name AS blueprint,
             d.isolation_level, d.region, d.generation,
             (SELECT max(k.created_at) FROM backup k
              WHERE k.tenant_id = d.tenant_id AND k.blueprint_id = d.blueprint_id
                AND k.status = 'done') AS backed_up_at,
             EXISTS (SELECT 1 FROM tenant_drift x
                     WHERE x.blueprint_id = d.blueprint_id AND x.tenant_id = d.tenant_id
                       AND x.state = 'drifted') AS drifted
      FROM tenant t
      JOIN tenant_database d ON d.tenant_id = t.id AND d.status = 'ready'
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE t.project_id = :project AND t.name IN (SELECT value FROM json_each(:names))
      ORDER BY d.id
      """;

  private SampleRepository() {}

  static List<SampledDatabase> named(Handle handle, ProjectId project, List<TenantId> tenants) {
    return handle
        .createQuery(NAMED)
        .bind("project", project.value())
        .bind("names", Ids.jsonTexts(tenants.stream().map(TenantId::value).toList()))
        .map((row, _) -> database(row, project))
        .list();
  }

  private static SampledDatabase database(ResultSet row, ProjectId project) throws SQLException {
    long backedUpAt = row.getLong("backed_up_at");
    Optional<Instant> backup =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(backedUpAt).truncatedTo(ChronoUnit.SECONDS));
    return new SampledDatabase(
        row.getLong("id"),
        row.getLong("tenant_id"),
        Coded.find(TenantStatus.class, row.getString("status")).orElseThrow(),
        TenantTargetRepository.place(
            row,
            project,
            new WorkspaceName(row.getString("blueprint")),
            new TenantId(row.getString("tenant"))),
        backup,
        row.getBoolean("drifted"));
  }
}
