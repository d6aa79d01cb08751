package io.tenantry.core.users;

import io.tenantry.contract.Coded;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.users.UserToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of user databases and their tokens, inside a transaction of the caller. */
final class UserRepository {
  private static final String DATABASES =
      """
      SELECT t.id, t.name AS slug, t.status, t.created_at, coalesce(u.name, t.name) AS name,
             u.expires_at,
             (SELECT max(region) FROM tenant_database d WHERE d.tenant_id = t.id) AS region
      FROM tenant t
      LEFT JOIN user_database u ON u.tenant_id = t.id
      WHERE t.project_id = :project
      """;
  private static final String LIST =
      DATABASES + " AND t.status NOT IN ('deleted', 'partially_deleted') ORDER BY t.id";
  private static final String BY_SLUG = DATABASES + " AND t.name = :slug";
  private static final String BY_SUBJECT = DATABASES + " AND u.subject = :subject";
  private static final String SAVE =
      """
      INSERT INTO user_database (tenant_id, project_id, subject, name, expires_at)
      SELECT id, project_id, :subject, :name, :expires
      FROM tenant
      WHERE project_id = :project AND name = :slug
      """;
  private static final String SET_EXPIRY =
      "UPDATE user_database SET expires_at = :expires WHERE tenant_id = :tenant";
  private static final String EXPIRED =
      """
      SELECT u.project_id, t.name
      FROM user_database u
      JOIN tenant t ON t.id = u.tenant_id
      WHERE u.expires_at <= :now
      ORDER BY u.expires_at
      """;
  private static final String INSERT_TOKEN =
      """
      INSERT INTO user_token (project_id, tenant_id, role, label, token_hash, created_at, expires_at)
      VALUES (:project, :tenant, :role, :label, :hash, :now, :expires)
      """;
  private static final String TOKENS =
      """
      SELECT u.id, u.label, t.name, u.role, u.created_at, u.expires_at, u.last_used_at
      FROM user_token u
      JOIN tenant t ON t.id = u.tenant_id
      WHERE u.project_id = :project AND u.expires_at > :now
      ORDER BY u.id DESC
      """;
  private static final String REVOKE =
      "DELETE FROM user_token WHERE project_id = :project AND id = :id";
  private static final String FORGET_TOKENS = "DELETE FROM user_token WHERE expires_at <= :before";

  private UserRepository() {}

  /** A database whose time is over. */
  record Expired(ProjectId project, TenantId slug) {}

  static List<UserRow> list(Handle handle, ProjectId project) {
    return handle
        .createQuery(LIST)
        .bind("project", project.value())
        .map((row, _) -> row(row))
        .list();
  }

  static Optional<UserRow> bySlug(Handle handle, ProjectId project, TenantId slug) {
    return handle
        .createQuery(BY_SLUG)
        .bind("project", project.value())
        .bind("slug", slug.value())
        .map((row, _) -> row(row))
        .findOne();
  }

  static Optional<UserRow> bySubject(Handle handle, ProjectId project, Subject subject) {
    return handle
        .createQuery(BY_SUBJECT)
        .bind("project", project.value())
        .bind("subject", subject.value())
        .map((row, _) -> row(row))
        .findOne();
  }

  /** Notes whose database a tenant is. */
  static void save(
      Handle handle,
      ProjectId project,
      TenantId slug,
      Optional<Subject> subject,
      String name,
      Optional<Instant> expiresAt) {
    handle
        .createUpdate(SAVE)
        .bind("project", project.value())
        .bind("slug", slug.value())
        .bind("subject", subject.map(Subject::value))
        .bind("name", name)
        .bind("expires", expiresAt.map(Instant::toEpochMilli))
        .execute();
  }

  static void setExpiry(Handle handle, long tenant, Instant expiresAt) {
    handle
        .createUpdate(SET_EXPIRY)
        .bind("expires", expiresAt.toEpochMilli())
        .bind("tenant", tenant)
        .execute();
  }

  static List<Expired> expired(Handle handle, Instant now) {
    return handle
        .createQuery(EXPIRED)
        .bind("now", now.toEpochMilli())
        .map(
            (row, _) ->
                new Expired(new ProjectId(row.getString(1)), new TenantId(row.getString(2))))
        .list();
  }

  /** Stores the hash of a token. */
  static void insertToken(Handle handle, ProjectId project, UserToken token, Row database) {
    handle
        .createUpdate(INSERT_TOKEN)
        .bind("project", project.value())
        .bind("tenant", database.tenantId())
        .bind("role", token.role().code())
        .bind("label", token.label())
        .bind("hash", database.tokenHash())
        .bind("now", token.createdAt().toEpochMilli())
        .bind("expires", token.expiresAt().toEpochMilli())
        .execute();
  }

  /** What a token opens, and how it is recognised. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(long tenantId, byte[] tokenHash) {}

  static List<UserToken> tokens(Handle handle, ProjectId project, Instant now) {
    return handle
        .createQuery(TOKENS)
        .bind("project", project.value())
        .bind("now", now.toEpochMilli())
        .map((row, _) -> token(row))
        .list();
  }

  /** Returns whether there was such a token. */
  static boolean revoke(Handle handle, ProjectId project, long id) {
    return handle.createUpdate(REVOKE).bind("project", project.value()).bind("id", id).execute()
        > 0;
  }

  static void forgetTokens(Handle handle, Instant before) {
    handle.createUpdate(FORGET_TOKENS).bind("before", before.toEpochMilli()).execute();
  }

  private static UserRow row(ResultSet row) throws SQLException {
    return new UserRow(
        row.getLong("id"),
        new TenantId(row.getString("slug")),
        Coded.find(TenantStatus.class, row.getString("status")).orElseThrow(),
        row.getString("name"),
        Optional.ofNullable(row.getString("region")),
        instant(row, "expires_at"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  private static UserToken token(ResultSet row) throws SQLException {
    return new UserToken(
        row.getLong("id"),
        row.getString("label"),
        new TenantId(row.getString("name")),
        Coded.find(Role.class, row.getString("role")).orElseThrow(),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        instant(row, "last_used_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
