package io.tenantry.contract;

import io.tenantry.contract.accounts.Accounts;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.EngineInfo;

/**
 * An engine that can be reached: the local one in this process, or a remote one over HTTP. Both
 * keep the same contract, codes and messages. Any thread; methods block.
 */
public interface Engine extends AutoCloseable {

  /**
   * Says what this engine is; needs no credential, so it also serves as the reachability check.
   *
   * @return service name, version and regions
   * @throws EngineException INTERNAL_ERROR when a remote engine cannot be reached
   */
  EngineInfo info();

  /** Returns sign-up and login, which need no credential. */
  Accounts accounts();

  /**
   * Opens a project as the given credential sees it. The result is cheap; it holds no connection.
   *
   * @param credential an API key, a session, or (in process only) the owner of the data folder
   * @return the project
   * @throws EngineException UNAUTHORIZED {@code Invalid API key} for an unknown, revoked or expired
   *     credential; FORBIDDEN for a session on a foreign project, and for the owner on a remote
   *     engine; NOT_FOUND {@code Project not found: x} for the owner on a project that is not there
   */
  Project open(Credential credential);

  /**
   * Starts to use one database, as a database client does. Who logs in reaches:
   *
   * <ul>
   *   <li>with a tenant's own password the databases of that tenant, with role write;
   *   <li>with the proxy password of a key what its scope names (a workspace: its database and
   *       those of all tenants of its blueprint), with the role of the key. A workspace takes
   *       schema changes from role admin only;
   *   <li>with the project's password, or that of a key for the whole project, workspaces only.
   * </ul>
   *
   * @param login name of the database and password
   * @return the session, to be closed
   * @throws EngineException UNAUTHORIZED {@code Invalid database password}, also for an API key;
   *     SCOPE_DENIED for a database outside the scope; ROLE_REQUIRED for a role that may not read;
   *     NOT_FOUND when there is no such database; RATE_LIMITED when the database has as many
   *     sessions as its {@code max_connections}
   */
  DatabaseSession database(DatabaseLogin login);

  /** Releases files, threads and connections. Running deployments stop and resume at next open. */
  @Override
  void close();
}
