package io.tenantry.app.screens.diff;

import io.tenantry.contract.blueprints.Version;
import java.util.Optional;

/**
 * What stands above the changes.
 *
 * @param workspace name of the workspace, and of its blueprint
 * @param version latest version
 * @param changes how many wait
 * @param destructive how many of them destroy data
 * @param settingsPending whether settings wait
 * @param tenants tenants that would get them
 */
record DiffSummary(
    String workspace,
    Optional<Version> version,
    int changes,
    long destructive,
    boolean settingsPending,
    long tenants) {
  static final DiffSummary NONE = new DiffSummary("", Optional.empty(), 0, 0, false, 0);
}
