package io.tenantry.contract.logs;

import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * The queries of one pattern.
 *
 * @param figures how often they ran, and how they went; absent when none match
 * @param tenantCount on how many tenants they ran
 * @param tenants those that spent most time in them, at most {@link ProjectLogs#MAX_TENANTS}
 * @param slowest the slowest ones, slowest first, at most {@link ProjectLogs#MAX_SAMPLES}
 * @param failures the newest that failed, newest first, at most {@link ProjectLogs#MAX_SAMPLES}
 * @param hours the 24 hours before now, whatever the search says about times; oldest first, hours
 *     without queries are left out
 */
public record PatternDetail(
    Optional<QueryPattern> figures,
    long tenantCount,
    List<Share> tenants,
    List<ProjectEntry> slowest,
    List<ProjectEntry> failures,
    List<ProjectMetrics.Step> hours) {
  /** Copies the lists. */
  public PatternDetail {
    tenants = List.copyOf(tenants);
    slowest = List.copyOf(slowest);
    failures = List.copyOf(failures);
    hours = List.copyOf(hours);
  }

  /**
   * What one tenant has of a pattern.
   *
   * @param tenantId the tenant
   * @param count how often it ran there
   * @param failed how often it failed there
   * @param totalMs time spent in it there, milliseconds
   * @param maxMs the slowest there
   */
  public record Share(TenantId tenantId, long count, long failed, double totalMs, double maxMs) {}
}
