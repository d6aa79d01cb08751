package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import java.util.List;

/**
 * The changes that a tenant of the blueprint still lacks; without tenants, all changes.
 *
 * @param workspace its name
 * @param blueprint its blueprint
 * @param version latest version
 * @param undeployedChanges number of {@code changes}
 * @param settingsPending whether settings wait for a deployment
 * @param changes oldest first
 * @param dataStatements the data statements that came with them, oldest first (an extension)
 * @param warnings what they do to databases with rows, in the order in which tenants run them (an
 *     extension)
 * @param skippedChanges what the workspace has and no version brings, because it was skipped; the
 *     last one skipped last (an extension)
 */
public record WorkspaceDiff(
    WorkspaceName workspace,
    WorkspaceName blueprint,
    Version version,
    int undeployedChanges,
    boolean settingsPending,
    List<Change> changes,
    List<DataStatement> dataStatements,
    List<ChangeWarning> warnings,
    List<SkippedChange> skippedChanges) {
  /** Copies the lists. */
  public WorkspaceDiff {
    changes = List.copyOf(changes);
    dataStatements = List.copyOf(dataStatements);
    warnings = List.copyOf(warnings);
    skippedChanges = List.copyOf(skippedChanges);
  }
}
