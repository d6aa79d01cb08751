package io.tenantry.contract.logs;

/**
 * What a tenant's log amounts to, over the time that counts are kept (30 days by default).
 *
 * @param totalQueries how many queries ended
 * @param successful how many of them worked
 * @param failed how many of them failed
 * @param bySource how many came over which door
 * @param avgDurationMs mean duration, milliseconds, rounded to 3 decimals; 0 without queries
 * @param slowQueries how many were slow
 */
public record LogStats(
    long totalQueries,
    long successful,
    long failed,
    BySource bySource,
    double avgDurationMs,
    long slowQueries) {

  /**
   * How many queries came over which door.
   *
   * @param proxy the database's own protocol
   * @param api the engine's API
   */
  public record BySource(long proxy, long api) {}
}
