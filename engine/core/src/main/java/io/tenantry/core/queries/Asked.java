package io.tenantry.core.queries;

import io.tenantry.contract.logs.QuerySource;
import io.tenantry.core.sqlite.GatedStatement;

/**
 * A statement that is to be noted.
 *
 * @param route where it runs
 * @param statement what runs
 * @param source over which door it came
 * @param since when it began to wait for its connection, as {@link System#nanoTime}
 */
record Asked(TenantRoute route, GatedStatement statement, QuerySource source, long since) {
  /** One that begins now. */
  static Asked now(TenantRoute route, GatedStatement statement, QuerySource source) {
    return new Asked(route, statement, source, System.nanoTime());
  }
}
