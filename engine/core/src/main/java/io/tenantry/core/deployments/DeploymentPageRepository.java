package io.tenantry.core.deployments;

import io.tenantry.contract.Coded;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.tenants.Ids;
import io.tenantry.core.tenants.ListCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Pages through the tenants of a deployment and the deployments of a tenant. */
final class DeploymentPageRepository {
  private static final String TENANTS_WHERE =
      """
      FROM deployment_tenant d
      LEFT JOIN tenant t ON t.id = d.tenant_id
      WHERE d.deployment_id = :id AND d.state IN (SELECT value FROM json_each(:states))
      """;
  private static final String TENANTS =
      "SELECT d.tenant_id, coalesce(t.name, d.gone_name) AS name, d.state, d.from_minor,"
          + " d.to_minor, d.error, d.completed_at, d.duration_us, d.lost_rows, d.lost_values "
          + TENANTS_WHERE
          + " AND d.tenant_id > :after ORDER BY d.tenant_id LIMIT :limit OFFSET :offset";
  private static final String TENANTS_TOTAL = "SELECT count(*) " + TENANTS_WHERE;
  private static final String OF_TENANT_WHERE =
      """
      FROM deployment_tenant d
      JOIN deployment p ON p.id = d.deployment_id
      JOIN blueprint b ON b.id = p.blueprint_id
      WHERE d.tenant_id = :tenant AND p.dry_run = 0 AND b.name IN (SELECT value FROM json_each(:blueprints))
      """;
  private static final String OF_TENANT =
      """
      SELECT p.rowid AS number, p.id, b.name, coalesce(d.to_minor, p.minor) AS minor,
             d.from_minor,
             iif(d.state = 'pending' AND p.status IN ('completed', 'failed', 'cancelled'),
                 'not_reached', d.state) AS state,
             d.error, p.created_at, d.completed_at, d.duration_us
      """
          + OF_TENANT_WHERE
          + " AND p.rowid < :before ORDER BY p.rowid DESC LIMIT :limit OFFSET :offset";
  private static final String OF_TENANT_TOTAL = "SELECT count(*) " + OF_TENANT_WHERE;
  private static final String TENANTS_LIST = "deployment.tenants";
  private static final String OF_TENANT_LIST = "tenant.deployments";
  private static final double MICROS_PER_MILLI = 1000.0;

  private DeploymentPageRepository() {}

  private record Numbered<T>(long number, T item) {}

  static Page<DeploymentTenant> tenants(
      Handle handle, DeploymentRow deployment, Set<State> states, PageRequest page) {
    String json = Ids.jsonTexts(stored(deployment, states));
    DeploymentId id = deployment.id();
    long after = page.cursor().map(text -> ListCursor.number(TENANTS_LIST, text)).orElse(0L);
    Query query =
        handle
            .createQuery(TENANTS)
            .bind("id", id.value())
            .bind("states", json)
            .bind("after", after)
            .bind("limit", limit(page))
            .bind("offset", page.offset().orElse(0L));
    Query total = handle.createQuery(TENANTS_TOTAL).bind("id", id.value()).bind("states", json);
    return page(
        TENANTS_LIST,
        query
            .map((row, _) -> new Numbered<>(row.getLong("tenant_id"), tenant(row, deployment)))
            .list(),
        page,
        total.mapTo(Long.class).one());
  }

  /** Whoever still waits when a deployment has ended was not reached. */
  private static List<String> stored(DeploymentRow deployment, Set<State> states) {
    Set<State> wanted = states.isEmpty() ? EnumSet.allOf(State.class) : EnumSet.copyOf(states);
    boolean ended = deployment.status().ended();
    boolean waiting = wanted.contains(ended ? State.NOT_REACHED : State.PENDING);
    wanted.removeAll(EnumSet.of(State.NOT_REACHED, State.PENDING));
    if (waiting) {
      wanted.add(State.PENDING);
    }
    return wanted.stream().map(State::code).toList();
  }

  private static State seen(State stored, DeploymentRow deployment) {
    return stored == State.PENDING && deployment.status().ended() ? State.NOT_REACHED : stored;
  }

  static Page<TenantDeployment> ofTenant(
      Handle handle, long tenant, List<WorkspaceName> blueprints, PageRequest page) {
    String json = Ids.jsonTexts(blueprints.stream().map(WorkspaceName::value).toList());
    long before =
        page.cursor().map(text -> ListCursor.number(OF_TENANT_LIST, text)).orElse(Long.MAX_VALUE);
    Query query =
        handle
            .createQuery(OF_TENANT)
            .bind("tenant", tenant)
            .bind("blueprints", json)
            .bind("before", before)
            .bind("limit", limit(page))
            .bind("offset", page.offset().orElse(0L));
    Query total =
        handle.createQuery(OF_TENANT_TOTAL).bind("tenant", tenant).bind("blueprints", json);
    return page(
        OF_TENANT_LIST,
        query.map((row, _) -> new Numbered<>(row.getLong("number"), deployment(row))).list(),
        page,
        total.mapTo(Long.class).one());
  }

  /** One row more than wanted tells whether there is a next page; negative is no limit. */
  private static int limit(PageRequest page) {
    return page.limit().map(limit -> limit + 1).orElse(-1);
  }

  private static <T> Page<T> page(
      String list, List<Numbered<T>> found, PageRequest page, long total) {
    List<Numbered<T>> rows = new ArrayList<>(found);
    Optional<String> next = Optional.empty();
    if (page.limit().isPresent() && rows.size() > page.limit().get()) {
      rows.removeLast();
      next = Optional.of(new ListCursor(list, Long.toString(rows.getLast().number())).encode());
    }
    return new Page<>(rows.stream().map(Numbered::item).toList(), total, next);
  }

  private static DeploymentTenant tenant(ResultSet row, DeploymentRow deployment)
      throws SQLException {
    State stored = Coded.find(State.class, row.getString("state")).orElseThrow();
    return new DeploymentTenant(
        new TenantId(row.getString("name")),
        seen(stored, deployment),
        version(row, "from_minor"),
        version(row, "to_minor").orElse(new Version(1, deployment.minor())),
        Optional.ofNullable(row.getString("error")),
        DeploymentRowRepository.instant(row, "completed_at"),
        duration(row),
        row.getLong("lost_rows"),
        row.getLong("lost_values"));
  }

  private static TenantDeployment deployment(ResultSet row) throws SQLException {
    return new TenantDeployment(
        new DeploymentId(row.getString("id")),
        new WorkspaceName(row.getString("name")),
        new Version(1, row.getInt("minor")),
        version(row, "from_minor"),
        Coded.find(State.class, row.getString("state")).orElseThrow(),
        Optional.ofNullable(row.getString("error")),
        Instant.ofEpochMilli(row.getLong("created_at")).truncatedTo(ChronoUnit.SECONDS),
        DeploymentRowRepository.instant(row, "completed_at"),
        duration(row));
  }

  private static Optional<Version> version(ResultSet row, String column) throws SQLException {
    int minor = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(new Version(1, minor));
  }

  private static Optional<Double> duration(ResultSet row) throws SQLException {
    long micros = row.getLong("duration_us");
    return row.wasNull() ? Optional.empty() : Optional.of(micros / MICROS_PER_MILLI);
  }
}
