package io.tenantry.contract.users;

import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.List;

/**
 * Per-user databases. Making, listing and removing them takes an administrator of the whole project
 * (ROLE_REQUIRED, SCOPE_DENIED; FORBIDDEN for a user's token). The SQL calls take that, or the
 * user's own token, which opens exactly one database (FORBIDDEN for any other) and follows its
 * role.
 */
public interface Users {
  /** Says who is asking; for every credential. */
  UserIdentity me();

  /**
   * Gives a user their database and a fresh token; to be called on every sign-in. The first call
   * makes the database, calls at the same time make one. Earlier tokens stay good until they end.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Blueprint not found: x};
   *     CONFLICT with the documented text when the tenant is suspended, in the trash or busy
   */
  ProvisionedUser provision(ProvisionUser request);

  /**
   * Returns the database of a user.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND when the user has none
   */
  UserDatabase find(Subject subject);

  /**
   * Makes a database that belongs to no user; errors as {@link #provision}, CONFLICT when taken.
   */
  UserDatabase create(NewDatabase request);

  /** Returns all databases of the project, oldest first. */
  List<UserDatabase> databases();

  /**
   * Destroys a database at once, with its backups and tokens. The same user gets a new and empty
   * one at the same address later; old tokens do not open it.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Database not found: x}
   */
  void delete(TenantId slug);

  /** Returns the tokens that have not ended, newest first. */
  List<UserToken> tokens();

  /**
   * Ends a token at once.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Token not found: 7}
   */
  void revoke(long tokenId);

  /**
   * Runs a statement.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Database not found: x};
   *     PERMISSION_DENIED for a write with a token that reads; errors of the statement as in {@link
   *     io.tenantry.contract.queries.Queries#tenant}
   */
  QueryResult query(TenantId slug, UserStatement statement);

  /**
   * Runs statements one after the other.
   *
   * @return one result per statement
   * @throws io.tenantry.contract.error.EngineException as {@link #query}, with detail {@code
   *     statement}: the place of the failing one, from 0
   */
  List<QueryResult> batch(TenantId slug, UserBatch batch);

  /** Counts the rows of every table; errors as {@link #query}. */
  List<TableSize> tables(TenantId slug);

  /** Returns tables, columns and indexes; errors as {@link #query}. */
  WorkspaceSchema describe(TenantId slug);
}
