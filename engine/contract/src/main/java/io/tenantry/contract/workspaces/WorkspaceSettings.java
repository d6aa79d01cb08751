package io.tenantry.contract.workspaces;

import io.tenantry.contract.Check;

/**
 * Limits for queries on a workspace, and after a deployment on the tenants of its blueprint.
 *
 * @param queryTimeoutMs 100–600000 milliseconds
 * @param maxRowsPerQuery 1–1000000 rows
 * @param maxConnections 1–1000 concurrent queries per database
 */
public record WorkspaceSettings(int queryTimeoutMs, int maxRowsPerQuery, int maxConnections) {
  /** Checks the ranges. */
  public WorkspaceSettings {
    Check.range("query_timeout_ms", queryTimeoutMs, 100, 600_000);
    Check.range("max_rows_per_query", maxRowsPerQuery, 1, 1_000_000);
    Check.range("max_connections", maxConnections, 1, 1000);
  }

  /** Returns the settings of a new workspace. */
  public static WorkspaceSettings defaults() {
    return new WorkspaceSettings(30_000, 10_000, 100);
  }
}
