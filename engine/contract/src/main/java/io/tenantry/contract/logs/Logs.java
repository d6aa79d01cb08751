package io.tenantry.contract.logs;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * What queries ran, and how they went. Every call needs the role read (ROLE_REQUIRED). Keys with a
 * tenant scope reach their tenants, keys with a workspace scope see what ran on databases of its
 * blueprint (SCOPE_DENIED). A tenant that does not exist is NOT_FOUND {@code Tenant not found: x};
 * a later tenant of the same id does not see the entries of the one before.
 *
 * <p>Every query on a tenant is noted in the background: it is there for every read that begins
 * after it was answered. Entries are kept for 30 days, and the newest million of a project; counts
 * are kept for 30 days.
 */
public interface Logs {
  /** How many entries a page has unless said otherwise. */
  int DEFAULT_LIMIT = 50;

  /** How many entries a page has at most. */
  int MAX_LIMIT = 1000;

  /**
   * Lists the queries of a tenant, newest first.
   *
   * @param limit how many, 1–1000
   * @param offset how many to leave out, from 0
   * @throws EngineException BAD_REQUEST {@code limit must be between 1 and 1000}, {@code offset
   *     must not be negative}
   */
  LogPage list(TenantId tenant, LogFilter filter, int limit, int offset);

  /** Returns what the log of a tenant amounts to. */
  LogStats stats(TenantId tenant);

  /**
   * Groups the queries of a tenant that differ in values only, those that took most time first (an
   * extension). At most 500.
   *
   * @param filter which entries are grouped
   */
  List<QueryPattern> patterns(TenantId tenant, LogFilter filter);

  /** Returns how a tenant is used. */
  TenantMetrics metrics(TenantId tenant);

  /**
   * Returns how the project is used (an extension). A tenant scope does not reach it.
   *
   * @param window over which time
   */
  ProjectMetrics metrics(LogWindow window);

  /**
   * Tells about queries on a tenant as they end, oldest first (an extension). Ends by itself when
   * the credential is revoked, the tenant is destroyed, or the engine is closed.
   *
   * @param filter which entries; {@code since} is not looked at
   * @param listener gets the entries; one that is slow loses the oldest and is told how many
   * @return to end it
   */
  Subscription tail(TenantId tenant, LogFilter filter, Listener<LogEntry> listener);
}
