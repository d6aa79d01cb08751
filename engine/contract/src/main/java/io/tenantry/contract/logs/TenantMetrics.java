package io.tenantry.contract.logs;

import io.tenantry.contract.workspaces.DatabaseType;
import java.util.Map;
import java.util.Optional;

/**
 * How a tenant is used.
 *
 * @param isolationLevel the highest level among its databases
 * @param databaseType what its databases are
 * @param queryMetrics its queries
 * @param databaseMetrics its dedicated databases
 */
public record TenantMetrics(
    int isolationLevel,
    DatabaseType databaseType,
    QueryMetrics queryMetrics,
    DatabaseMetrics databaseMetrics) {

  /**
   * The queries of a tenant. Days, hours and weeks (from Monday) are those of UTC; what names no
   * period is over the time that counts are kept (30 days by default).
   *
   * @param queriesToday since midnight
   * @param queriesThisHour since the full hour
   * @param queriesThisWeek since Monday
   * @param avgLatencyMs mean duration, milliseconds
   * @param maxLatencyMs the slowest, milliseconds
   * @param successRate share that worked, percent, rounded to 2 decimals; 100 without queries
   * @param failedQueries how many failed
   * @param slowQueries how many were slow
   * @param p50Ms half of them were at least this quick (this and below are extensions)
   * @param p95Ms 95 percent of them were at least this quick
   * @param p99Ms 99 percent of them were at least this quick
   */
  public record QueryMetrics(
      long queriesToday,
      long queriesThisHour,
      long queriesThisWeek,
      double avgLatencyMs,
      double maxLatencyMs,
      double successRate,
      long failedQueries,
      long slowQueries,
      double p50Ms,
      double p95Ms,
      double p99Ms) {}

  /**
   * Storage and connections. A tenant without a dedicated database has the note only, others have
   * everything but the note; figures of several dedicated databases are added up.
   *
   * @param note why there are no figures
   * @param sizeBytes the database files
   * @param walBytes the write-ahead logs beside them
   * @param pageCount pages in use or free
   * @param freelistCount pages that are free
   * @param openConnections connections the engine has open now
   * @param rowsByTable rows per table; {@code blueprint.table} when there are several databases.
   *     Tables that cannot be counted within two seconds are left out
   */
  public record DatabaseMetrics(
      Optional<String> note,
      Optional<Long> sizeBytes,
      Optional<Long> walBytes,
      Optional<Long> pageCount,
      Optional<Long> freelistCount,
      Optional<Integer> openConnections,
      Optional<Map<String, Long>> rowsByTable) {
    private static final String SHARED =
        "Storage and connection metrics only available for L2 (dedicated) tenants";

    /** Of a tenant on the shared host. */
    public static DatabaseMetrics shared() {
      return new DatabaseMetrics(
          Optional.of(SHARED),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
