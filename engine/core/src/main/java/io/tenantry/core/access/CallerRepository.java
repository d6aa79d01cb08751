package io.tenantry.core.access;

import io.tenantry.contract.Coded;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.projects.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds in the catalog who a credential belongs to. */
final class CallerRepository {
  private static final String BY_KEY =
      """
      SELECT k.id AS key_id, k.name AS key_name, k.role, k.scope_type, k.scope_values,
             p.id AS project_id, p.name AS project_name, p.customer_id, p.tier
      FROM api_key k JOIN project p ON p.id = k.project_id
      WHERE k.key_hash = :hash
      """;

  private static final String BY_TENANT_PASSWORD =
      """
      SELECT t.name AS tenant, p.id AS project_id, p.name AS project_name, p.customer_id, p.tier
      FROM tenant t JOIN project p ON p.id = t.project_id
      WHERE t.proxy_password_hash = :hash
      """;

  private static final String BY_KEY_PASSWORD =
      """
      SELECT k.id AS key_id, k.name AS key_name, k.role, k.scope_type, k.scope_values,
             p.id AS project_id, p.name AS project_name, p.customer_id, p.tier
      FROM api_key k JOIN project p ON p.id = k.project_id
      WHERE k.proxy_password_hash = :hash
      """;

  private static final String BY_PROJECT_PASSWORD =
      """
      SELECT id AS project_id, name AS project_name, customer_id, tier
      FROM project WHERE proxy_password_hash = :hash
      """;

  private static final String BY_USER_TOKEN =
      """
      SELECT u.id AS token_id, u.label, u.role, t.name AS tenant,
             min(u.expires_at, coalesce(d.expires_at, u.expires_at)) AS expires_at,
             p.id AS project_id, p.name AS project_name, p.customer_id, p.tier
      FROM user_token u
      JOIN tenant t ON t.id = u.tenant_id
      JOIN project p ON p.id = u.project_id
      LEFT JOIN user_database d ON d.tenant_id = u.tenant_id
      WHERE u.token_hash = :hash
      """;

  private static final String SESSION =
      """
      SELECT s.customer_id, s.last_used_at, c.email
      FROM session s JOIN customer c ON c.id = s.customer_id
      WHERE s.token_hash = :hash
      """;

  private static final String OWNER = "SELECT id FROM customer WHERE email IS NULL";

  private static final String PROJECT =
      """
      SELECT id AS project_id, name AS project_name, customer_id, tier
      FROM project
      WHERE customer_id = :customer AND (:project IS NULL OR id = :project)
      ORDER BY created_at, rowid
      LIMIT 1
      """;

  private static final String PROJECT_OF_ANYBODY =
      """
      SELECT id AS project_id, name AS project_name, customer_id, tier
      FROM project WHERE id = :project
      """;

  /** A key's caller and the number of the key. */
  record KeyCaller(long keyId, Caller caller) {}

  /**
   * A user's caller.
   *
   * @param expiresAt when the token or the database ends, in milliseconds since 1970
   */
  record TokenCaller(long tokenId, long expiresAt, Caller caller) {}

  /** A session that exists, whether it is still good or not. */
  record SessionRow(long customerId, String email, long lastUsedAt) {}

  private CallerRepository() {}

  static Optional<KeyCaller> byKey(Handle handle, byte[] hash) {
    return handle
        .createQuery(BY_KEY)
        .bind("hash", hash)
        .map((row, context) -> keyWithCaller(row))
        .findOne();
  }

  static Optional<TokenCaller> byUserToken(Handle handle, byte[] hash) {
    return handle
        .createQuery(BY_USER_TOKEN)
        .bind("hash", hash)
        .map(
            (row, context) ->
                new TokenCaller(
                    row.getLong("token_id"), row.getLong("expires_at"), tokenCaller(row)))
        .findOne();
  }

  /** Finds who a database password belongs to; the number of the key is 0 without a key. */
  static Optional<KeyCaller> byPassword(Handle handle, byte[] hash) {
    return one(handle, BY_TENANT_PASSWORD, hash, CallerRepository::tenantCaller)
        .or(() -> one(handle, BY_KEY_PASSWORD, hash, CallerRepository::keyWithCaller))
        .or(() -> one(handle, BY_PROJECT_PASSWORD, hash, CallerRepository::projectCaller));
  }

  private interface Reading {
    KeyCaller of(ResultSet row) throws SQLException;
  }

  private static Optional<KeyCaller> one(Handle handle, String sql, byte[] hash, Reading reading) {
    return handle
        .createQuery(sql)
        .bind("hash", hash)
        .map((row, context) -> reading.of(row))
        .findFirst();
  }

  private static KeyCaller tenantCaller(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant");
    Scope scope = new Scope(ScopeType.TENANT, List.of(tenant));
    return new KeyCaller(0, caller(row, Role.WRITE, scope, tenant));
  }

  private static KeyCaller keyWithCaller(ResultSet row) throws SQLException {
    return new KeyCaller(row.getLong("key_id"), keyCaller(row));
  }

  private static KeyCaller projectCaller(ResultSet row) throws SQLException {
    return new KeyCaller(0, caller(row, Role.ADMIN, Scope.PROJECT, "project password"));
  }

  private static Caller tokenCaller(ResultSet row) throws SQLException {
    Scope scope = new Scope(ScopeType.TENANT, List.of(row.getString("tenant")));
    return caller(row, role(row.getString("role")), scope, row.getString("label"));
  }

  static Optional<SessionRow> session(Handle handle, byte[] hash) {
    return handle
        .createQuery(SESSION)
        .bind("hash", hash)
        .map(
            (row, context) ->
                new SessionRow(
                    row.getLong("customer_id"),
                    row.getString("email"),
                    row.getLong("last_used_at")))
        .findOne();
  }

  static Optional<Long> owner(Handle handle) {
    return handle.createQuery(OWNER).mapTo(Long.class).findOne();
  }

  /** Returns the caller as administrator of a project of the account, by default of its oldest. */
  static Optional<Caller> administrator(
      Handle handle, long customerId, Optional<ProjectId> project, String author) {
    return handle
        .createQuery(PROJECT)
        .bind("customer", customerId)
        .bind("project", project.map(ProjectId::value))
        .map((row, context) -> caller(row, Role.ADMIN, Scope.PROJECT, author))
        .findOne();
  }

  /** Finds a project in any account. */
  static Optional<Caller> administratorOf(Handle handle, ProjectId project, String author) {
    return handle
        .createQuery(PROJECT_OF_ANYBODY)
        .bind("project", project.value())
        .map((row, context) -> caller(row, Role.ADMIN, Scope.PROJECT, author))
        .findOne();
  }

  private static Caller keyCaller(ResultSet row) throws SQLException {
    Scope scope = Scope.stored(row.getString("scope_type"), row.getString("scope_values"));
    return caller(row, role(row.getString("role")), scope, row.getString("key_name"));
  }

  private static Caller caller(ResultSet row, Role role, Scope scope, String author)
      throws SQLException {
    return new Caller(
        row.getLong("customer_id"),
        new ProjectId(row.getString("project_id")),
        row.getString("project_name"),
        role,
        scope,
        author,
        Tier.stored(row.getString("tier")));
  }

  private static Role role(String code) {
    return Coded.find(Role.class, code)
        .orElseThrow(() -> new IllegalStateException("unknown role " + code));
  }
}
