package io.tenantry.app.rows;

import io.tenantry.contract.queries.QueryResult;

/** Where rows are read from. Worker thread. */
@FunctionalInterface
public interface RowSource {
  /** Runs one statement that only reads. */
  QueryResult read(String sql);
}
