package io.tenantry.contract.logs;

import io.tenantry.contract.Coded;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * Tenants that differ from the others, or from what they were a day before.
 *
 * <p>Compared are the 24 full hours up to {@code at} with the 24 hours before them, and with the
 * median of all tenants that have at least 20 queries in the same 24 hours, if there are at least
 * five. A tenant with fewer than 20 queries is not looked at, and one that had fewer than 20 the
 * day before is not compared with itself. It differs in
 *
 * <ul>
 *   <li><b>errors</b>, when at least 5 queries failed, and the share that failed is at least twice
 *       the usual and 2 percentage points above it; a usual share under 0.5 percent counts as that;
 *   <li><b>latency</b>, when its p95 is at least twice the usual and 5 ms above it; a usual p95
 *       under 1 ms counts as that;
 *   <li><b>rate</b>, when there are at least three times as many queries as the day before, or a
 *       third, and at least 100 in one of the two; or at least 100, and ten times the median.
 * </ul>
 *
 * <p>Each difference weighs the binary logarithm of how many times the usual it is, errors three
 * times, latency twice. Of the same trait only the heavier one of the two comparisons counts.
 *
 * @param at the end of what was compared, a full hour
 * @param compared how many tenants had enough queries
 * @param tenants the heaviest first
 */
public record UnlikeTenants(Instant at, long compared, List<Tenant> tenants) {
  /** Copies the tenants. */
  public UnlikeTenants {
    tenants = List.copyOf(tenants);
  }

  /**
   * A tenant that differs.
   *
   * @param tenantId the tenant
   * @param queries in the 24 hours
   * @param failed how many of them failed
   * @param p95Ms 95 percent of them were at least this quick, milliseconds
   * @param weight how much it differs
   * @param differences in what, the heaviest first
   */
  public record Tenant(
      TenantId tenantId,
      long queries,
      long failed,
      double p95Ms,
      double weight,
      List<Difference> differences) {
    /** Copies the differences. */
    public Tenant {
      differences = List.copyOf(differences);
    }
  }

  /**
   * One difference.
   *
   * @param trait in what
   * @param from from what
   * @param value what it is: percent of queries that failed, milliseconds, queries in 24 hours
   * @param usual what it would be, in the same unit
   */
  public record Difference(Trait trait, Usual from, double value, double usual) {}

  /** In what a tenant differs. */
  public enum Trait implements Coded {
    /** The share of queries that failed. */
    ERRORS,
    /** How long 95 percent of its queries take at most. */
    LATENCY,
    /** How many queries there are. */
    RATE
  }

  /** From what a tenant differs. */
  public enum Usual implements Coded {
    /** The median of the tenants with enough queries. */
    OTHERS,
    /** Its own day before. */
    YESTERDAY
  }
}
