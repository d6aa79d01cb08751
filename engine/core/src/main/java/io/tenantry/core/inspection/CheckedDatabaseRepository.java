package io.tenantry.core.inspection;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of tenant databases, and of all other files that a database has or will have. */
final class CheckedDatabaseRepository {
  private static final String PAGE =
      """
      SELECT d.id, d.tenant_id, d.blueprint_id, t.project_id, t.name AS tenant,
             b.name AS blueprint, d.isolation_level, d.region, d.generation, d.last_generation,
             d.status = 'ready' AND t.status NOT IN ('provisioning', 'partially_deleted') AS ready,
             d.minor, d.fingerprint, x.state AS drift, x.found_minor, x.found_fingerprint,
             o.kind IS NOT NULL OR x.working IS NOT NULL
               OR EXISTS (SELECT 1 FROM deployment p
                          WHERE p.blueprint_id = d.blueprint_id
                            AND (p.status IN ('pending', 'running', 'paused') OR p.settled = 0))
               AS busy
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      JOIN blueprint b ON b.id = d.blueprint_id
      LEFT JOIN tenant_operation o ON o.tenant_id = d.tenant_id
      LEFT JOIN tenant_drift x ON x.blueprint_id = d.blueprint_id AND x.tenant_id = d.tenant_id
      WHERE d.id > :after
      ORDER BY d.id
      LIMIT :size
      """;
  private static final String OTHER_PLACES =
      """
      SELECT t.project_id, t.name AS tenant, k.blueprint, k.isolation_level, k.region, k.generation
      FROM kept_file k
      JOIN tenant t ON t.id = k.tenant_id
      UNION ALL
      SELECT project_id, tenant, blueprint, isolation_level, region, generation FROM retired_file
      UNION ALL
      SELECT t.project_id, t.name, b.name, f.isolation_level, f.region, f.generation
      FROM replaced_file f
      JOIN tenant t ON t.id = f.tenant_id
      JOIN blueprint b ON b.id = f.blueprint_id
      UNION ALL
      SELECT t.project_id, t.name, b.name, m.to_level, m.to_region, m.to_generation
      FROM isolation_change m
      JOIN tenant t ON t.id = m.tenant_id
      JOIN blueprint b ON b.id = m.blueprint_id
      WHERE m.state = 'running'
      """;
  private static final String VERSIONS =
      "SELECT minor, fingerprint FROM blueprint_version WHERE blueprint_id = :blueprint";
  private static final String CORRECT =
      """
      UPDATE tenant_database SET minor = :minor, fingerprint = :fingerprint
      WHERE id = :id AND minor = :oldMinor AND fingerprint = :oldFingerprint
      """;

  private CheckedDatabaseRepository() {}

  /** Returns databases in the order of their rows. */
  static List<CheckedDatabase> page(Handle handle, long after, int size) {
    return handle
        .createQuery(PAGE)
        .bind("after", after)
        .bind("size", size)
        .map((row, _) -> row(row))
        .list();
  }

  private static CheckedDatabase row(ResultSet row) throws SQLException {
    return new CheckedDatabase(
        row.getLong("id"),
        row.getLong("tenant_id"),
        row.getLong("blueprint_id"),
        place(row),
        row.getInt("last_generation"),
        row.getBoolean("ready"),
        row.getInt("minor"),
        row.getString("fingerprint"),
        row.getBoolean("busy"),
        drift(row));
  }

  private static Optional<CheckedDatabase.Drift> drift(ResultSet row) throws SQLException {
    String state = row.getString("drift");
    return state == null
        ? Optional.empty()
        : Optional.of(
            new CheckedDatabase.Drift(
                state.equals("accepted"),
                row.getInt("found_minor"),
                row.getString("found_fingerprint")));
  }

  private static TenantPlace place(ResultSet row) throws SQLException {
    return TenantTargetRepository.place(
        row,
        new ProjectId(row.getString("project_id")),
        new WorkspaceName(row.getString("blueprint")),
        new TenantId(row.getString("tenant")));
  }

  /** Returns where files are that are kept, that go soon, or that a move makes. */
  static List<TenantPlace> otherPlaces(Handle handle) {
    return handle.createQuery(OTHER_PLACES).map((row, _) -> place(row)).list();
  }

  /** Returns the fingerprints of the versions of a blueprint, by number. */
  static Map<Integer, String> versions(Handle handle, long blueprint) {
    Map<Integer, String> versions = new HashMap<>();
    handle
        .createQuery(VERSIONS)
        .bind("blueprint", blueprint)
        .map((row, _) -> versions.put(row.getInt("minor"), row.getString("fingerprint")))
        .list();
    return versions;
  }

  /** Notes what the file of a database holds, unless the row has changed meanwhile. */
  static void correct(Handle handle, CheckedDatabase row, int minor, String fingerprint) {
    handle
        .createUpdate(CORRECT)
        .bind("minor", minor)
        .bind("fingerprint", fingerprint)
        .bind("id", row.id())
        .bind("oldMinor", row.minor())
        .bind("oldFingerprint", row.fingerprint())
        .execute();
  }
}
