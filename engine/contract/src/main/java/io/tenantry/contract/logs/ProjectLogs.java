package io.tenantry.contract.logs;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * What queries ran in the whole project, and how they went (an extension). Every call needs the
 * role read (ROLE_REQUIRED); a tenant scope does not reach it (SCOPE_DENIED), keys with a workspace
 * scope see what ran on databases of its blueprint.
 *
 * <p>What is kept, and for how long, is said at {@link Logs}. A tenant that does not exist has no
 * entries here.
 */
public interface ProjectLogs {
  /** How many patterns are told at most. */
  int MAX_PATTERNS = 500;

  /** How many tenants are told at most that share a pattern, or differ from the others. */
  int MAX_TENANTS = 100;

  /** How many entries are told at most as samples of a pattern, of each kind. */
  int MAX_SAMPLES = 10;

  /**
   * Lists queries, newest first.
   *
   * @param search which ones
   * @param request which part of them
   */
  ProjectLogPage list(LogSearch search, LogPageRequest request);

  /**
   * Groups queries that differ in values only, those that took most time first; at most {@link
   * #MAX_PATTERNS}.
   *
   * @param search which entries are grouped
   */
  List<ProjectPattern> patterns(LogSearch search);

  /**
   * Tells about the queries of one pattern.
   *
   * @param search which entries; it names the pattern
   * @throws EngineException BAD_REQUEST {@code pattern is required}
   */
  PatternDetail pattern(LogSearch search);

  /**
   * Returns how many queries ended, and how, step by step.
   *
   * @param span over which time
   */
  LogSeries series(LogSpan span);

  /**
   * Returns how many queries of a tenant ended, and how, step by step.
   *
   * @param span over which time
   * @throws EngineException NOT_FOUND {@code Tenant not found: x}
   */
  LogSeries series(TenantId tenant, LogSpan span);

  /**
   * Ranks the tenants whose last 24 full hours differ from those of the others, or from the 24
   * hours before, those that differ most first; at most {@link #MAX_TENANTS}. How they are compared
   * is said at {@link UnlikeTenants}.
   */
  UnlikeTenants unlike();

  /**
   * Tells about queries as they end, oldest first. Ends by itself when the credential is revoked or
   * the engine is closed.
   *
   * @param search which entries; their times are not looked at
   * @param listener gets the entries; one that is slow loses the oldest and is told how many
   * @return to end it
   */
  Subscription tail(LogSearch search, Listener<ProjectEntry> listener);
}
