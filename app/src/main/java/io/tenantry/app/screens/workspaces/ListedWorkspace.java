package io.tenantry.app.screens.workspaces;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import java.time.Instant;

/**
 * A workspace in the list, as it is shown.
 *
 * @param name its name
 * @param mode what it is for, in a word
 * @param tenantMode whether it makes versions of a blueprint
 * @param database type of its database
 * @param latest latest version; {@link Version#EMPTY} without blueprint
 * @param pending pending changes; 0 without blueprint
 * @param createdAt when it was created
 * @param staged whether edits are staged in its grid that are not applied yet
 */
record ListedWorkspace(
    String name,
    String mode,
    boolean tenantMode,
    String database,
    Version latest,
    int pending,
    Instant createdAt,
    boolean staged) {

  static ListedWorkspace of(WorkspaceSummary summary, boolean staged) {
    boolean tenantMode = summary.mode() == WorkspaceMode.TENANT;
    return new ListedWorkspace(
        summary.name().value(),
        Text.of(tenantMode ? "workspaces.mode.tenant" : "workspaces.mode.control"),
        tenantMode,
        summary.database().code(),
        summary.version().orElse(Version.EMPTY),
        summary.undeployedChanges().orElse(0),
        summary.createdAt(),
        staged);
  }

  /** Returns the latest version, or nothing where there are none. */
  String version() {
    return tenantMode ? latest.toString() : "";
  }

  Chip.Content changes() {
    if (!tenantMode) {
      return new Chip.Content(Tone.NEUTRAL, Text.of("workspaces.pending.unversioned"));
    }
    return pending == 0
        ? new Chip.Content(Tone.SUCCESS, Text.of("workspaces.pending.none"))
        : new Chip.Content(
            Tone.WARNING,
            Figures.count(
                pending, Text.of("workspaces.pending.one"), Text.of("workspaces.pending.many")));
  }
}
