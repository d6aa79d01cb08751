package io.tenantry.core.apikeys;

import io.tenantry.contract.Coded;
import io.tenantry.contract.apikeys.ApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table api_key. */
final class ApiKeyRepository {
  private static final String COLUMNS =
      """
      SELECT k.id, k.name, k.role, k.scope_type, k.scope_values, k.key_sealed, k.created_at,
             k.last_used_at, k.oauth_managed, p.id AS project_id, p.name AS project_name, p.tier
      FROM api_key k JOIN project p ON p.id = k.project_id
      """;

  private static final String OF_PROJECT = COLUMNS + "WHERE p.id = :project ORDER BY k.id";
  private static final String OF_CUSTOMER =
      COLUMNS + "WHERE p.customer_id = :customer ORDER BY k.id";

  private static final String STANDING =
      """
      SELECT k.oauth_managed,
             k.role = 'admin' AND k.scope_type = 'project' AND NOT EXISTS (
               SELECT 1 FROM api_key o
               WHERE o.project_id = k.project_id AND o.id <> k.id
                 AND o.role = 'admin' AND o.scope_type = 'project') AS last_admin
      FROM api_key k WHERE k.id = :id AND k.project_id = :project
      """;

  private static final String DELETE = "DELETE FROM api_key WHERE id = :id";

  private static final String WORKSPACE_EXISTS =
      "SELECT EXISTS (SELECT 1 FROM workspace WHERE project_id = :project AND name = :name)";
  private static final String TENANT_EXISTS =
      "SELECT EXISTS (SELECT 1 FROM tenant WHERE project_id = :project AND name = :name)";

  /** What decides whether a key may be deleted. */
  record Standing(boolean oauthManaged, boolean lastAdmin) {}

  private final KeyIssuer issuer;

  ApiKeyRepository(KeyIssuer issuer) {
    this.issuer = issuer;
  }

  List<ApiKey> ofProject(Handle handle, ProjectId project) {
    return handle
        .createQuery(OF_PROJECT)
        .bind("project", project.value())
        .map((row, context) -> key(row))
        .list();
  }

  List<ApiKey> ofCustomer(Handle handle, long customerId) {
    return handle
        .createQuery(OF_CUSTOMER)
        .bind("customer", customerId)
        .map((row, context) -> key(row))
        .list();
  }

  Optional<Standing> standing(Handle handle, ProjectId project, long id) {
    return handle
        .createQuery(STANDING)
        .bind("id", id)
        .bind("project", project.value())
        .map(
            (row, context) ->
                new Standing(row.getBoolean("oauth_managed"), row.getBoolean("last_admin")))
        .findOne();
  }

  void delete(Handle handle, long id) {
    handle.createUpdate(DELETE).bind("id", id).execute();
  }

  boolean exists(Handle handle, ProjectId project, ScopeType type, String name) {
    return handle
        .createQuery(type == ScopeType.WORKSPACE ? WORKSPACE_EXISTS : TENANT_EXISTS)
        .bind("project", project.value())
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  private ApiKey key(ResultSet row) throws SQLException {
    ProjectId project = new ProjectId(row.getString("project_id"));
    Scope scope = Scope.stored(row.getString("scope_type"), row.getString("scope_values"));
    long lastUsedAt = row.getLong("last_used_at");
    Optional<Instant> lastUsed = row.wasNull() ? Optional.empty() : Optional.of(second(lastUsedAt));
    return new ApiKey(
        row.getLong("id"),
        issuer.unseal(row.getBytes("key_sealed"), project),
        project,
        row.getString("project_name"),
        row.getString("name"),
        row.getString("tier"),
        true,
        scope.type(),
        scope.values(),
        Coded.find(Role.class, row.getString("role")).orElseThrow(),
        second(row.getLong("created_at")),
        lastUsed,
        row.getBoolean("oauth_managed"));
  }

  private static Instant second(long millis) {
    return Instant.ofEpochSecond(Math.floorDiv(millis, 1000L));
  }
}
