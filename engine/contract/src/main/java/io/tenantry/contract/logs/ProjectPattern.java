package io.tenantry.contract.logs;

import java.util.List;

/**
 * Queries of a project that differ in their values only.
 *
 * @param figures how often they ran, and how they went
 * @param tenants on how many tenants they ran
 * @param hours how often they ran in each of the 24 hours before now, whatever the search says
 *     about times; oldest first
 */
public record ProjectPattern(QueryPattern figures, long tenants, List<Long> hours) {
  /** Copies the counts. */
  public ProjectPattern {
    hours = List.copyOf(hours);
  }
}
