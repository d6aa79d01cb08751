package io.tenantry.wire.logs;

import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.PatternDetail;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogPage;
import io.tenantry.contract.logs.ProjectMetrics;
import io.tenantry.contract.logs.UnlikeTenants;
import io.tenantry.wire.Clearance;
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
      Endpoint.get("/metrics", ProjectMetrics.class).needs(Clearance.READER_OF_MANY);

  /**
   * Lists queries of the whole project; search, {@code up_to}, {@code offset}, {@code limit} and
   * {@code counted} are query parameters (an extension).
   */
  public static final Endpoint<Nothing, ProjectLogPage> PROJECT_LIST =
      Endpoint.get("/logs", ProjectLogPage.class).needs(Clearance.READER_OF_MANY);

  /** Groups queries of the whole project that differ in values only (an extension). */
  public static final Endpoint<Nothing, LogReplies.ProjectPatterns> PROJECT_PATTERNS =
      Endpoint.get("/logs/patterns", LogReplies.ProjectPatterns.class)
          .needs(Clearance.READER_OF_MANY);

  /** Tells about the queries of one pattern; {@code pattern} names it (an extension). */
  public static final Endpoint<Nothing, PatternDetail> PROJECT_PATTERN =
      Endpoint.get("/logs/pattern", PatternDetail.class).needs(Clearance.READER_OF_MANY);

  /** Returns queries over time; {@code from} and {@code until} say which (an extension). */
  public static final Endpoint<Nothing, LogSeries> PROJECT_SERIES =
      Endpoint.get("/logs/series", LogSeries.class).needs(Clearance.READER_OF_MANY);

  /** Returns queries of a tenant over time (an extension). */
  public static final Endpoint<Nothing, LogSeries> SERIES =
      Endpoint.get("/tenants/{id}/logs/series", LogSeries.class);

  /** Ranks the tenants that differ from the others (an extension). */
  public static final Endpoint<Nothing, UnlikeTenants> UNLIKE =
      Endpoint.get("/logs/unlike", UnlikeTenants.class).needs(Clearance.READER_OF_MANY);

  /**
   * Tells about new queries of the whole project as server-sent events, as {@link #EVENTS} does (an
   * extension).
   */
  public static final Endpoint<Nothing, ProjectEntry> PROJECT_EVENTS =
      Endpoint.get("/logs/events", ProjectEntry.class).needs(Clearance.READER_OF_MANY);

  private LogEndpoints() {}
}
