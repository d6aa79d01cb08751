package io.tenantry.wire.logs;

import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.ProjectMetrics;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;

/** The calls of query logs; {@code {id}} is the tenant id. */
public final class LogEndpoints {
  /** Lists queries; filter, {@code limit} and {@code offset} are query parameters. */
  public static final Endpoint<Nothing, LogReplies.Listed> LIST =
      Endpoint.get("/tenants/{id}/logs", LogReplies.Listed.class);

  /** Returns what the log amounts to. */
  public static final Endpoint<Nothing, LogReplies.Stats> STATS =
      Endpoint.get("/tenants/{id}/logs/stats", LogReplies.Stats.class);

  /** Groups queries that differ in values only; the filter is query parameters (an extension). */
  public static final Endpoint<Nothing, LogReplies.Patterns> PATTERNS =
      Endpoint.get("/tenants/{id}/logs/patterns", LogReplies.Patterns.class);

  /**
   * Tells about new queries as server-sent events (an extension): each entry is an event with its
   * id, {@code dropped} says how many are missing, {@code failure} why it ends early.
   */
  public static final Endpoint<Nothing, LogEntry> EVENTS =
      Endpoint.get("/tenants/{id}/logs/events", LogEntry.class);

  /** Returns how a tenant is used. */
  public static final Endpoint<Nothing, LogReplies.Metrics> METRICS =
      Endpoint.get("/tenants/{id}/metrics", LogReplies.Metrics.class);

  /** Returns how the project is used; {@code since} is its window (an extension). */
  public static final Endpoint<Nothing, ProjectMetrics> PROJECT_METRICS =
      Endpoint.get("/metrics", ProjectMetrics.class);

  private LogEndpoints() {}
}
