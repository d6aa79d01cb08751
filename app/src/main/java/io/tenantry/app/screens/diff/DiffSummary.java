package io.tenantry.app.screens.diff;

import io.tenantry.app.text.Rollout;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import java.util.Optional;

/**
 * What stands above the changes.
 *
 * @param workspace name of the workspace, and of its blueprint
 * @param version latest version; empty until it is known
 * @param changes how many wait
 * @param destructive how many of them destroy data
 * @param staying how many data statements stay in the workspace
 * @param settingsPending whether settings wait
 * @param skipped how many changes the workspace has and no version brings
 * @param rollout the tenants that would get them
 */
record DiffSummary(
    String workspace,
    Optional<Version> version,
    int changes,
    long destructive,
    long staying,
    boolean settingsPending,
    int skipped,
    Rollout rollout) {
  static final DiffSummary NONE =
      new DiffSummary("", Optional.empty(), 0, 0, 0, false, 0, Rollout.NONE);

  /** Says in one line how much waits, and for whom; empty until it is known. */
  String caption() {
    return version
        .map(_ -> Text.of("diff.statements", changes) + " · " + rollout.words())
        .orElse("");
  }

  /** Says whether something is there that a deployment brings. */
  boolean isDeployable() {
    return changes > 0 || settingsPending;
  }

  /** Says whether there is anybody to deploy to. */
  boolean hasTenants() {
    return rollout.tenants() > 0;
  }

  /** Says whether the next step is to create the first tenants. */
  boolean lacksTenants() {
    return version.isPresent() && rollout.tenants() == 0;
  }
}
