package io.tenantry.contract.samples;

import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * How large a tenant is and how it is used. Times are UTC, in whole seconds.
 *
 * @param tenantId the tenant
 * @param at when it was looked at
 * @param sizeBytes its database files with the write-ahead logs beside them
 * @param rows its rows; absent until they are counted, and where that takes too long
 * @param lastQueryAt when its last query ended; absent when the log has none of the last 30 days
 * @param day its queries of late
 * @param lastBackupAt since when it is covered by whole backups: of several databases the one whose
 *     newest backup is the oldest counts; absent when one has none
 * @param drifted whether the last check of schemas found one that is not that of its version, and
 *     that nobody accepted
 */
public record TenantSample(
    TenantId tenantId,
    Instant at,
    long sizeBytes,
    Optional<Rows> rows,
    Optional<Instant> lastQueryAt,
    Day day,
    Optional<Instant> lastBackupAt,
    boolean drifted) {

  /**
   * Rows of a tenant, in all its tables together.
   *
   * @param count exactly, as of {@code at}
   * @param at when they were counted; after that the tenant may have changed
   */
  public record Rows(long count, Instant at) {}

  /**
   * The queries of a tenant in the current hour and the 23 before it, UTC.
   *
   * @param queries how many
   * @param failed how many of them failed
   * @param p95Ms 95 percent of them were at least this quick, milliseconds; absent without queries
   */
  public record Day(long queries, long failed, Optional<Double> p95Ms) {}
}
