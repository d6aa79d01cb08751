package io.tenantry.contract.workspaces;

import java.util.Optional;

/**
 * Settings to change; what is absent stays. Ranges are those of {@link WorkspaceSettings}.
 *
 * @param queryTimeoutMs milliseconds
 * @param maxRowsPerQuery rows
 * @param maxConnections concurrent queries
 */
public record SaveSettings(
    Optional<Integer> queryTimeoutMs,
    Optional<Integer> maxRowsPerQuery,
    Optional<Integer> maxConnections) {

  /** Returns the given settings with these changes. */
  public WorkspaceSettings applyTo(WorkspaceSettings current) {
    return new WorkspaceSettings(
        queryTimeoutMs.orElse(current.queryTimeoutMs()),
        maxRowsPerQuery.orElse(current.maxRowsPerQuery()),
        maxConnections.orElse(current.maxConnections()));
  }
}
