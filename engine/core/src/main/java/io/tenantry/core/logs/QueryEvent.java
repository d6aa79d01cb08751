package io.tenantry.core.logs;

import io.tenantry.contract.logs.QuerySource;
import io.tenantry.core.hosts.TenantPlace;
import java.time.Instant;
import java.util.Optional;

/**
 * A query that ended.
 *
 * @param tenantId row of the tenant: a later tenant of the same id is another one
 * @param place the database it ran on
 * @param query its text as given, without the values of its parameters
 * @param source over which door it came
 * @param error why it failed; empty when it did not
 * @param nanos how long it took
 * @param at when it ended
 * @param rows how many rows it answered or changed; {@link #NO_ROWS} when that is not known
 */
public record QueryEvent(
    long tenantId,
    TenantPlace place,
    String query,
    QuerySource source,
    Optional<String> error,
    long nanos,
    Instant at,
    long rows) {
  /** What stands for a number of rows that is not known. */
  public static final long NO_ROWS = -1;
}
