package io.tenantry.core.projects;

import io.tenantry.contract.Coded;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSummary;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.core.apikeys.KeyIssuer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table project, and what is counted for it. */
final class ProjectRepository {
  private static final String INSERT =
      """
      INSERT INTO project (id, customer_id, name, tier, proxy_password_sealed,
                           proxy_password_hash, created_at)
      VALUES (:id, :customer, :name, :tier, :sealed, :hash, :now)
      """;

  private static final String LIST =
      """
      SELECT p.id, p.name, p.created_at, c.email,
        (SELECT count(*) FROM api_key k WHERE k.project_id = p.id) AS api_keys,
        (SELECT count(*) FROM workspace w WHERE w.project_id = p.id) AS workspaces,
        (SELECT count(*) FROM tenant t WHERE t.project_id = p.id AND t.deleted_at IS NULL)
          AS tenants,
        (SELECT group_concat(type, ',')
           FROM (SELECT DISTINCT database_type AS type FROM workspace w
                 WHERE w.project_id = p.id ORDER BY 1)) AS types
      FROM project p JOIN customer c ON c.id = p.customer_id
      WHERE :customer IS NULL OR p.customer_id = :customer
      ORDER BY p.created_at, p.rowid
      """;

  private static final String FIND =
      """
      SELECT id, customer_id, name FROM project
      WHERE id = :idOrName OR (customer_id = :customer AND name = :idOrName)
      ORDER BY id = :idOrName DESC LIMIT 1
      """;

  private static final String OWNER = "SELECT id FROM customer WHERE email IS NULL";
  private static final String EXISTS = "SELECT EXISTS (SELECT 1 FROM project WHERE id = :id)";
  private static final String COUNT = "SELECT count(*) FROM project WHERE customer_id = :customer";
  private static final String RENAME = "UPDATE project SET name = :name WHERE id = :id";
  private static final String DELETE = "DELETE FROM project WHERE id = :id";

  /** A row of the table. */
  record Row(ProjectId id, long customerId, String name) {}

  /** A password to be shown again and to be recognised. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Password(byte[] sealed, byte[] hash) {}

  private ProjectRepository() {}

  static void insert(Handle handle, Row row, Password password, String tier, long now) {
    handle
        .createUpdate(INSERT)
        .bind("id", row.id().value())
        .bind("customer", row.customerId())
        .bind("name", row.name())
        .bind("tier", tier)
        .bind("sealed", password.sealed())
        .bind("hash", password.hash())
        .bind("now", now)
        .execute();
  }

  /** Lists the projects of one account. */
  static List<ProjectSummary> list(Handle handle, long customerId, KeyIssuer keys) {
    return handle
        .createQuery(LIST)
        .bind("customer", customerId)
        .map((row, context) -> summary(row, handle, keys, Optional.empty()))
        .list();
  }

  /** Lists the projects of all accounts, with the account of each. */
  static List<ProjectSummary> listAll(Handle handle, KeyIssuer keys) {
    return handle
        .createQuery(LIST)
        .bind("customer", (Long) null)
        .map(
            (row, context) ->
                summary(row, handle, keys, Optional.ofNullable(row.getString("email"))))
        .list();
  }

  /** Returns the account of the owner of the data folder. */
  static long owner(Handle handle) {
    return handle.createQuery(OWNER).mapTo(Long.class).one();
  }

  /** Finds a project by id in all accounts, or by name in one. */
  static Optional<Row> find(Handle handle, long customerId, String idOrName) {
    return handle
        .createQuery(FIND)
        .bind("customer", customerId)
        .bind("idOrName", idOrName)
        .map(
            (row, context) ->
                new Row(
                    new ProjectId(row.getString("id")),
                    row.getLong("customer_id"),
                    row.getString("name")))
        .findOne();
  }

  static boolean exists(Handle handle, String id) {
    return handle.createQuery(EXISTS).bind("id", id).mapTo(Boolean.class).one();
  }

  static int count(Handle handle, long customerId) {
    return handle.createQuery(COUNT).bind("customer", customerId).mapTo(Integer.class).one();
  }

  static void rename(Handle handle, ProjectId id, String name) {
    handle.createUpdate(RENAME).bind("id", id.value()).bind("name", name).execute();
  }

  static void delete(Handle handle, ProjectId id) {
    handle.createUpdate(DELETE).bind("id", id.value()).execute();
  }

  private static ProjectSummary summary(
      ResultSet row, Handle handle, KeyIssuer keys, Optional<String> account) throws SQLException {
    ProjectId id = new ProjectId(row.getString("id"));
    return new ProjectSummary(
        id,
        row.getString("name"),
        keys.adminKey(handle, id),
        row.getInt("api_keys"),
        row.getInt("workspaces"),
        row.getLong("tenants"),
        types(row.getString("types")),
        Instant.ofEpochSecond(Math.floorDiv(row.getLong("created_at"), 1000L)),
        account);
  }

  private static List<DatabaseType> types(@Nullable String codes) {
    return codes == null
        ? List.of()
        : Arrays.stream(codes.split(","))
            .map(code -> Coded.find(DatabaseType.class, code).orElseThrow())
            .toList();
  }
}
