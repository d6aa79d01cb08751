package io.tenantry.core.tenants;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantPosition;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Reads and changes the rows of tenants and their databases, inside a transaction of its caller.
 */
final class TenantRepository {
  private static final String FIND =
      """
      SELECT t.id, t.name, t.status, t.status_since, t.proxy_password_sealed, t.created_at
      FROM tenant t
      WHERE t.project_id = :project AND t.name = :name
      """;
  private static final String FIND_ALL =
      """
      SELECT t.id, t.name, t.status, t.status_since, t.proxy_password_sealed, t.created_at
      FROM json_each(:names) wanted
      CROSS JOIN tenant t ON t.project_id = :project AND t.name = wanted.value
      ORDER BY wanted.key
      """;
  private static final String DATABASES =
      """
      SELECT d.id, d.tenant_id, b.name AS blueprint, w.database_type, d.isolation_level, d.region,
             d.minor, d.generation, d.status = 'ready' AS is_ready, t.project_id, t.name AS tenant
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      JOIN blueprint b ON b.id = d.blueprint_id
      JOIN workspace w ON w.id = b.workspace_id
      WHERE d.tenant_id IN (SELECT value FROM json_each(:ids))
        AND (d.status = 'ready'
             OR EXISTS (SELECT 1 FROM tenant_database u
                        WHERE u.tenant_id = d.tenant_id AND u.status <> 'ready'
                          AND u.isolation_level = 2))
      ORDER BY d.tenant_id, b.name
      """;
  private static final String COUNT =
      """
      SELECT count(*)
      FROM tenant
      WHERE project_id = :project AND status IN (
        'ready', 'provisioning', 'suspended', 'migrating', 'syncing', 'restoring', 'recovering')
      """;
  private static final String IS_GETTING_DATABASES =
      "SELECT count(*) FROM tenant_database WHERE tenant_id = :id AND status <> 'ready'";
  private static final String SET_STATUS =
      """
      UPDATE tenant
      SET status = :status, status_since = :now,
          deleted_at = CASE :status WHEN 'deleted' THEN :now
                                    WHEN 'partially_deleted' THEN deleted_at END
      WHERE id = :id
      """;
  private static final String SET_PASSWORD =
      """
      UPDATE tenant
      SET proxy_password_sealed = :sealed, proxy_password_hash = :hash
      WHERE id = :id
      """;
  private static final String LEAVE_DEPLOYMENTS =
      """
      UPDATE deployment
      SET total = total - 1
      WHERE status IN ('pending', 'running', 'paused')
        AND id IN (SELECT deployment_id FROM deployment_tenant
                   WHERE tenant_id = :id AND state = 'pending')
      """;
  private static final String LOSE_ITS_TURN =
      """
      DELETE FROM deployment_tenant
      WHERE tenant_id = :id AND state = 'pending'
        AND deployment_id IN (SELECT id FROM deployment
                              WHERE status IN ('pending', 'running', 'paused'))
      """;
  private static final String STAY_IN_HISTORY =
      """
      UPDATE deployment_tenant
      SET gone_name = (SELECT name FROM tenant WHERE id = :id)
      WHERE tenant_id = :id
      """;
  private static final String DUE =
      """
      SELECT project_id, name
      FROM tenant
      WHERE status = 'partially_deleted' OR (status = 'deleted' AND deleted_at < :before)
      ORDER BY id
      """;
  private static final String DELETE = "DELETE FROM tenant WHERE id = :id";

  private TenantRepository() {}

  /** A tenant that has to be destroyed. */
  record Due(String project, TenantId tenant) {}

  /** Returns the tenants whose destruction began, or that went to the trash before the instant. */
  static List<Due> dueForDestruction(Handle handle, long beforeMillis) {
    return handle
        .createQuery(DUE)
        .bind("before", beforeMillis)
        .map((row, _) -> new Due(row.getString(1), new TenantId(row.getString(2))))
        .list();
  }

  static Optional<TenantRow> find(Handle handle, ProjectId project, TenantId name) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("name", name.value())
        .map((row, _) -> tenant(row))
        .findOne();
  }

  /** Returns the tenant, or fails with NOT_FOUND. */
  static TenantRow get(Handle handle, ProjectId project, TenantId name) {
    return find(handle, project, name).orElseThrow(() -> Refusals.notFound(name.value()));
  }

  /** Returns those of the named tenants that exist, in the order of the names. */
  static List<TenantRow> byName(Handle handle, ProjectId project, List<String> names) {
    return handle
        .createQuery(FIND_ALL)
        .bind("project", project.value())
        .bind("names", Ids.jsonTexts(names))
        .map((row, _) -> tenant(row))
        .list();
  }

  static Page<TenantRow> search(
      Handle handle, TenantSearch search, PageRequest page, TenantTotals.Moment totals) {
    List<TenantRow> rows =
        new ArrayList<>(query(handle, search.page(page)).map((row, _) -> tenant(row)).list());
    Optional<String> next = Optional.empty();
    if (page.limit().isPresent() && rows.size() > page.limit().get()) {
      rows.removeLast();
      next = Optional.of(search.cursorAfter(rows.getLast()));
    }
    boolean fromBeginning = page.cursor().isEmpty() && page.offset().orElse(0L) == 0;
    long total =
        fromBeginning && next.isEmpty()
            ? rows.size()
            : totals.of(search.total(), () -> count(handle, search.total()));
    return new Page<>(rows, total, next);
  }

  /** Returns where a tenant stands in a list, if it is in it. */
  static Optional<TenantPosition> position(
      Handle handle, TenantSearch search, TenantSearch.Statement place) {
    return query(handle, place)
        .map((row, _) -> place(row))
        .findOne()
        .map(
            found ->
                new TenantPosition(
                    count(handle, search.before(found)), new TenantId(found.name())));
  }

  private static TenantOrder.Place place(ResultSet row) throws SQLException {
    return new TenantOrder.Place(row.getLong("id"), row.getString("name"), row.getString("status"));
  }

  private static long count(Handle handle, TenantSearch.Statement statement) {
    return query(handle, statement).mapTo(Long.class).one();
  }

  private static Query query(Handle handle, TenantSearch.Statement statement) {
    return handle
        .createQuery(statement.sql())
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bindMap(statement.values());
  }

  /**
   * Returns the databases of the tenants, by tenant, in the order of their blueprints. Those in the
   * making are among them if a dedicated one is: callers wait for that one, and are told.
   */
  static Map<Long, List<DatabaseRow>> databases(Handle handle, Collection<Long> tenants) {
    return handle
        .createQuery(DATABASES)
        .bind("ids", Ids.json(tenants))
        .map((row, _) -> database(row))
        .collect(Collectors.groupingBy(DatabaseRow::tenantId));
  }

  /** Counts the tenants of a project, those in the trash left out. */
  static long count(Handle handle, ProjectId project) {
    return handle.createQuery(COUNT).bind("project", project.value()).mapTo(Long.class).one();
  }

  /**
   * Takes a tenant through a step of its life; the transaction makes check and change one.
   *
   * @return the tenant as it was
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND, or CONFLICT when its state does
   *     not allow the step
   */
  static TenantRow step(
      Handle handle, ProjectId project, TenantId name, Transition step, Instant now) {
    TenantRow tenant = get(handle, project, name);
    if (!step.isAllowedFrom(tenant.status())) {
      throw Refusals.of(step, name, tenant.status());
    }
    if (step.endsTheTenant() && isGettingDatabases(handle, tenant.id())) {
      throw Refusals.of(step, name, TenantStatus.PROVISIONING);
    }
    handle
        .createUpdate(SET_STATUS)
        .bind("status", step.target().code())
        .bind("now", now.toEpochMilli())
        .bind("id", tenant.id())
        .execute();
    return tenant;
  }

  /**
   * Replaces the password of a tenant that is there to stay.
   *
   * @throws EngineException NOT_FOUND; CONFLICT for one that goes or may go
   */
  static TenantRow setPassword(
      Handle handle, ProjectId project, TenantId name, TenantPassword password) {
    TenantRow tenant = get(handle, project, name);
    if (tenant.status() == TenantStatus.DELETED) {
      throw Refusals.inTrash(name);
    }
    if (tenant.status() == TenantStatus.PARTIALLY_DELETED) {
      throw Refusals.halfGone(name);
    }
    handle
        .createUpdate(SET_PASSWORD)
        .bind("sealed", password.sealed())
        .bind("hash", password.hash())
        .bind("id", tenant.id())
        .execute();
    return get(handle, project, name);
  }

  private static boolean isGettingDatabases(Handle handle, long tenant) {
    return handle.createQuery(IS_GETTING_DATABASES).bind("id", tenant).mapTo(Integer.class).one()
        > 0;
  }

  /**
   * Removes a tenant whose files are gone. Deployments that have not come to it go on without it;
   * all others keep what became of it.
   */
  static void delete(Handle handle, long tenant) {
    handle.createUpdate(LEAVE_DEPLOYMENTS).bind("id", tenant).execute();
    handle.createUpdate(LOSE_ITS_TURN).bind("id", tenant).execute();
    handle.createUpdate(STAY_IN_HISTORY).bind("id", tenant).execute();
    handle.createUpdate(DELETE).bind("id", tenant).execute();
  }

  private static TenantRow tenant(ResultSet row) throws SQLException {
    return new TenantRow(
        row.getLong("id"),
        new TenantId(row.getString("name")),
        statusOf(row.getString("status")),
        second(row.getLong("status_since")),
        row.getBytes("proxy_password_sealed"),
        second(row.getLong("created_at")));
  }

  private static Instant second(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }

  static TenantStatus statusOf(String stored) {
    return Coded.find(TenantStatus.class, stored)
        .orElseThrow(() -> new IllegalStateException("unknown tenant status " + stored));
  }

  private static DatabaseRow database(ResultSet row) throws SQLException {
    return new DatabaseRow(
        row.getLong("id"),
        row.getLong("tenant_id"),
        new WorkspaceName(row.getString("blueprint")),
        Coded.find(DatabaseType.class, row.getString("database_type")).orElseThrow(),
        row.getInt("isolation_level"),
        Optional.ofNullable(row.getString("region")),
        row.getInt("minor"),
        TenantTargetRepository.place(
            row,
            new ProjectId(row.getString("project_id")),
            new WorkspaceName(row.getString("blueprint")),
            new TenantId(row.getString("tenant"))),
        row.getBoolean("is_ready"));
  }
}
