package io.tenantry.core.accounts;

import io.tenantry.contract.accounts.ProjectAccess;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.apikeys.KeyIssuer;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables customer and session. */
final class AccountRepository {
  private static final String INSERT =
      """
      INSERT INTO customer (email, password_hash, created_at) VALUES (:email, :hash, :now)
      RETURNING id
      """;

  private static final String FIND = "SELECT id, password_hash FROM customer WHERE email = :email";
  private static final String OWNER = "SELECT id FROM customer WHERE email IS NULL";
  private static final String ANY =
      "SELECT EXISTS (SELECT 1 FROM customer WHERE email IS NOT NULL)";

  private static final String PROJECTS =
      "SELECT id, name FROM project WHERE customer_id = :customer ORDER BY created_at, rowid";

  private static final String INSERT_SESSION =
      """
      INSERT INTO session (token_hash, customer_id, created_at, last_used_at)
      VALUES (:hash, :customer, :now, :now)
      """;

  private static final String DELETE_SESSION = "DELETE FROM session WHERE token_hash = :hash";
  private static final String DELETE_IDLE = "DELETE FROM session WHERE last_used_at <= :limit";

  /** An account that can log in. */
  record Account(long id, String passwordHash) {}

  private AccountRepository() {}

  static long insert(Handle handle, String email, String passwordHash, long now) {
    return handle
        .createQuery(INSERT)
        .bind("email", email)
        .bind("hash", passwordHash)
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  static long insertOwner(Handle handle, long now) {
    return handle
        .createQuery(INSERT)
        .bindNull("email", java.sql.Types.VARCHAR)
        .bindNull("hash", java.sql.Types.VARCHAR)
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  static Optional<Account> find(Handle handle, String email) {
    return handle
        .createQuery(FIND)
        .bind("email", email)
        .map((row, context) -> new Account(row.getLong("id"), row.getString("password_hash")))
        .findOne();
  }

  static Optional<Long> owner(Handle handle) {
    return handle.createQuery(OWNER).mapTo(Long.class).findOne();
  }

  /** Returns whether anyone signed up; the owner of the data folder did not. */
  static boolean any(Handle handle) {
    return handle.createQuery(ANY).mapTo(Boolean.class).one();
  }

  static List<ProjectAccess> projects(Handle handle, long customerId, KeyIssuer keys) {
    return handle
        .createQuery(PROJECTS)
        .bind("customer", customerId)
        .map(
            (row, context) -> {
              ProjectId id = new ProjectId(row.getString("id"));
              return new ProjectAccess(id, row.getString("name"), keys.adminKey(handle, id));
            })
        .list();
  }

  static void insertSession(Handle handle, byte[] tokenHash, long customerId, long now) {
    handle
        .createUpdate(INSERT_SESSION)
        .bind("hash", tokenHash)
        .bind("customer", customerId)
        .bind("now", now)
        .execute();
  }

  static void deleteSession(Handle handle, byte[] tokenHash) {
    handle.createUpdate(DELETE_SESSION).bind("hash", tokenHash).execute();
  }

  static void deleteIdleSessions(Handle handle, long limit) {
    handle.createUpdate(DELETE_IDLE).bind("limit", limit).execute();
  }
}
