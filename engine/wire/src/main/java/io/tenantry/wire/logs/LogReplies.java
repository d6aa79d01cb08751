package io.tenantry.wire.logs;

import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogPage;
import io.tenantry.contract.logs.LogStats;
import io.tenantry.contract.logs.ProjectPattern;
import io.tenantry.contract.logs.QueryPattern;
import io.tenantry.contract.logs.TenantMetrics;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.DatabaseType;
import java.util.List;

/** Replies of query logs. */
public final class LogReplies {
  private LogReplies() {}

  /**
   * A part of a log.
   *
   * @param tenantId the tenant
   * @param logs newest first
   * @param count number of entries here
   * @param hasMore whether older ones match
   */
  public record Listed(TenantId tenantId, List<LogEntry> logs, int count, boolean hasMore) {
    /** Writes a page. */
    public static Listed of(TenantId tenant, LogPage page) {
      return new Listed(tenant, page.logs(), page.logs().size(), page.hasMore());
    }

    /** Returns the contract's value. */
    public LogPage page() {
      return new LogPage(logs, hasMore);
    }
  }

  /**
   * What a log amounts to.
   *
   * @param tenantId the tenant
   * @param totalQueries all
   * @param successful those that worked
   * @param failed those that did not
   * @param bySource by door
   * @param avgDurationMs mean duration
   * @param slowQueries slow ones
   */
  public record Stats(
      TenantId tenantId,
      long totalQueries,
      long successful,
      long failed,
      LogStats.BySource bySource,
      double avgDurationMs,
      long slowQueries) {
    /** Writes statistics. */
    public static Stats of(TenantId tenant, LogStats stats) {
      return new Stats(
          tenant,
          stats.totalQueries(),
          stats.successful(),
          stats.failed(),
          stats.bySource(),
          stats.avgDurationMs(),
          stats.slowQueries());
    }

    /** Returns the contract's value. */
    public LogStats stats() {
      return new LogStats(totalQueries, successful, failed, bySource, avgDurationMs, slowQueries);
    }
  }

  /**
   * Patterns of queries.
   *
   * @param tenantId the tenant
   * @param count number of patterns
   * @param patterns those that took most time first
   */
  public record Patterns(TenantId tenantId, int count, List<QueryPattern> patterns) {
    /** Counts the patterns. */
    public static Patterns of(TenantId tenant, List<QueryPattern> patterns) {
      return new Patterns(tenant, patterns.size(), patterns);
    }
  }

  /**
   * Patterns of queries of a project.
   *
   * @param count number of patterns
   * @param patterns those that took most time first
   */
  public record ProjectPatterns(int count, List<ProjectPattern> patterns) {
    /** Counts the patterns. */
    public static ProjectPatterns of(List<ProjectPattern> patterns) {
      return new ProjectPatterns(patterns.size(), patterns);
    }
  }

  /**
   * How a tenant is used.
   *
   * @param tenantId the tenant
   * @param isolationLevel the highest of its databases
   * @param databaseType what they are
   * @param queryMetrics its queries
   * @param databaseMetrics its dedicated databases
   */
  public record Metrics(
      TenantId tenantId,
      int isolationLevel,
      DatabaseType databaseType,
      TenantMetrics.QueryMetrics queryMetrics,
      TenantMetrics.DatabaseMetrics databaseMetrics) {
    /** Writes metrics. */
    public static Metrics of(TenantId tenant, TenantMetrics metrics) {
      return new Metrics(
          tenant,
          metrics.isolationLevel(),
          metrics.databaseType(),
          metrics.queryMetrics(),
          metrics.databaseMetrics());
    }

    /** Returns the contract's value. */
    public TenantMetrics metrics() {
      return new TenantMetrics(isolationLevel, databaseType, queryMetrics, databaseMetrics);
    }
  }
}
