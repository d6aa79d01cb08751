package io.tenantry.core.tenants;

import io.tenantry.contract.Coded;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.contract.tenants.TenantCounts.OfBlueprint;
import io.tenantry.contract.tenants.TenantCounts.OfConcern;
import io.tenantry.contract.tenants.TenantCounts.OfStatus;
import io.tenantry.contract.tenants.TenantCounts.OfVersion;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Counts the tenants that a scope reaches, inside indexes. Any thread. */
final class TenantCountRepository {
  private static final String STATUSES = "SELECT t.status, count(*) FROM tenant t";

  /** What lists leave out is little, and asked for once. */
  private static final String LISTED =
      """
       d.status = 'ready'
       AND d.tenant_id NOT IN (SELECT id FROM tenant
                               WHERE project_id = :project AND status = 'deleted')
      """;

  private static final String SCOPE_OF_BLUEPRINTS =
      " AND b.name IN (SELECT value FROM json_each(:scope))";
  private static final String SCOPE_OF_TENANTS =
      """
       AND d.tenant_id IN (SELECT id FROM tenant
                           WHERE project_id = :project
                             AND name IN (SELECT value FROM json_each(:scope)))
      """;

  private final Scope scope;
  private final TenantConditions all;

  TenantCountRepository(ProjectId project, Scope scope) {
    this.scope = scope;
    this.all = new TenantConditions(project, scope, TenantFilter.none());
  }

  private record Row(WorkspaceName blueprint, int latest, int minor, long tenants) {}

  /**
   * Counts them.
   *
   * @param totals what was counted before the transaction began
   */
  TenantCounts read(Handle handle, TenantTotals.Moment totals) {
    List<OfStatus> statuses = statuses(handle);
    return new TenantCounts(
        statuses.stream().mapToLong(OfStatus::tenants).sum(),
        statuses,
        Stream.of(TenantConcern.values())
            .map(concern -> new OfConcern(concern, count(handle, concern, totals)))
            .toList(),
        blueprints(handle));
  }

  private List<OfStatus> statuses(Handle handle) {
    String sql = STATUSES + all.where(TenantConditions.Way.COUNT) + " GROUP BY t.status";
    return query(handle, sql)
        .map(
            (row, _) ->
                new OfStatus(
                    Coded.find(TenantStatus.class, row.getString(1)).orElseThrow(), row.getLong(2)))
        .list();
  }

  private long count(Handle handle, TenantConcern concern, TenantTotals.Moment totals) {
    String sql =
        "SELECT count(DISTINCT d.tenant_id) FROM tenant_database d WHERE "
            + TenantConcerns.condition(concern)
            + " AND "
            + LISTED
            + onDatabase();
    return totals.of(
        new TenantSearch.Statement(sql, all.values()),
        () -> query(handle, sql).mapTo(Long.class).one());
  }

  private List<OfBlueprint> blueprints(Handle handle) {
    String sql =
        """
        SELECT b.name,
               (SELECT max(v.minor) FROM blueprint_version v WHERE v.blueprint_id = b.id) AS latest,
               d.minor, count(d.tenant_id) AS tenants
        FROM blueprint b
        LEFT JOIN tenant_database d ON d.blueprint_id = b.id AND
        """
            + LISTED
            + (scope.type() == ScopeType.TENANT ? SCOPE_OF_TENANTS : "")
            + " WHERE b.project_id = :project"
            + (scope.type() == ScopeType.WORKSPACE ? SCOPE_OF_BLUEPRINTS : "")
            + " GROUP BY b.name, d.minor ORDER BY b.name, d.minor";
    Map<WorkspaceName, List<Row>> found = new LinkedHashMap<>();
    query(handle, sql)
        .map((row, _) -> row(row))
        .forEach(row -> found.computeIfAbsent(row.blueprint(), _ -> new ArrayList<>()).add(row));
    return found.values().stream()
        .filter(this::isReached)
        .map(TenantCountRepository::view)
        .toList();
  }

  private boolean isReached(List<Row> rows) {
    return scope.type() != ScopeType.TENANT || rows.stream().anyMatch(row -> row.tenants() > 0);
  }

  private String onDatabase() {
    return switch (scope.type()) {
      case PROJECT -> "";
      case WORKSPACE -> TenantConditions.OF_SCOPE;
      case TENANT -> SCOPE_OF_TENANTS;
    };
  }

  private Query query(Handle handle, String sql) {
    return handle
        .createQuery(sql)
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bindMap(all.values());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new WorkspaceName(row.getString("name")),
        row.getInt("latest"),
        row.getInt("minor"),
        row.getLong("tenants"));
  }

  private static OfBlueprint view(List<Row> rows) {
    Row first = rows.getFirst();
    return new OfBlueprint(
        first.blueprint(),
        version(first.latest()),
        rows.reversed().stream()
            .filter(row -> row.tenants() > 0)
            .map(row -> new OfVersion(version(row.minor()), row.tenants()))
            .toList());
  }

  private static Version version(int minor) {
    return new Version(Version.EMPTY.major(), minor);
  }
}
