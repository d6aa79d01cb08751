package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.Version;
import java.util.List;

/**
 * The changes that no tenant has yet.
 *
 * @param workspace its name
 * @param blueprint its blueprint
 * @param version latest version
 * @param undeployedChanges number of {@code changes}
 * @param settingsPending whether settings wait for a deployment
 * @param changes oldest first
 */
public record WorkspaceDiff(
    WorkspaceName workspace,
    WorkspaceName blueprint,
    Version version,
    int undeployedChanges,
    boolean settingsPending,
    List<Change> changes) {
  /** Copies the changes. */
  public WorkspaceDiff {
    changes = List.copyOf(changes);
  }
}
