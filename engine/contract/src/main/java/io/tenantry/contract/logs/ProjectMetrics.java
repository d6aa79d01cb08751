package io.tenantry.contract.logs;

import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * How a project is used (an extension). With a workspace scope it covers that workspace's blueprint
 * only.
 *
 * @param queries in the window
 * @param failed how many of them failed
 * @param slow how many of them were slow
 * @param errorRate share that failed, percent, rounded to 2 decimals; 0 without queries
 * @param queriesLastMinute in the last full minute
 * @param queriesLastHour in the last 60 minutes
 * @param avgMs mean duration, milliseconds; as all durations here rounded to 3 decimals
 * @param p50Ms half of them were at least this quick; percentiles are exact to 3 percent
 * @param p95Ms 95 percent of them were at least this quick
 * @param p99Ms 99 percent of them were at least this quick
 * @param maxMs the slowest
 * @param dropped entries lost since the engine was opened, because they came faster than they could
 *     be written; they are in none of the figures
 * @param topTenants up to ten, by time spent
 * @param series the window in steps, oldest first: minutes for an hour, otherwise hours; steps
 *     without queries are left out
 */
public record ProjectMetrics(
    long queries,
    long failed,
    long slow,
    double errorRate,
    long queriesLastMinute,
    long queriesLastHour,
    double avgMs,
    double p50Ms,
    double p95Ms,
    double p99Ms,
    double maxMs,
    long dropped,
    List<TopTenant> topTenants,
    List<Step> series) {
  /** Copies the lists. */
  public ProjectMetrics {
    topTenants = List.copyOf(topTenants);
    series = List.copyOf(series);
  }

  /**
   * A tenant that takes much time.
   *
   * @param tenantId the tenant
   * @param queries in the window; whole hours for an hour or a day, whole days otherwise
   * @param failed how many of them failed
   * @param totalMs time spent, milliseconds
   * @param p95Ms 95 percent of them were at least this quick
   */
  public record TopTenant(
      TenantId tenantId, long queries, long failed, double totalMs, double p95Ms) {}

  /**
   * A step of the series.
   *
   * @param start when it begins; UTC, whole seconds
   * @param queries in this step
   * @param failed how many of them failed
   * @param slow how many of them were slow
   * @param p50Ms half of them were at least this quick
   * @param p95Ms 95 percent of them were at least this quick
   * @param p99Ms 99 percent of them were at least this quick
   */
  public record Step(
      Instant start,
      long queries,
      long failed,
      long slow,
      double p50Ms,
      double p95Ms,
      double p99Ms) {}
}
