package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.text.Rollout;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceMode;
import java.util.Optional;

/**
 * What stands above the tabs of a workspace.
 *
 * @param name its name
 * @param facts what is known of it; empty until it is loaded
 */
record WorkspaceHeader(String name, Optional<Facts> facts) {
  static final WorkspaceHeader NONE = loading("");

  /**
   * What is known of a workspace.
   *
   * @param tenantMode whether it makes versions of a blueprint
   * @param database type of its database
   * @param version latest version; absent in control mode
   * @param pending pending changes
   * @param settingsPending whether saved settings wait for a deployment
   * @param rollout the tenants of its blueprint
   * @param connection how other programs connect
   */
  record Facts(
      boolean tenantMode,
      String database,
      Optional<Version> version,
      int pending,
      boolean settingsPending,
      Rollout rollout,
      String connection) {}

  /** A workspace of which nothing but the name is known yet. */
  static WorkspaceHeader loading(String name) {
    return new WorkspaceHeader(name, Optional.empty());
  }

  static WorkspaceHeader of(Workspace workspace, boolean settingsPending, Rollout rollout) {
    return new WorkspaceHeader(
        workspace.name().value(),
        Optional.of(
            new Facts(
                workspace.mode() == WorkspaceMode.TENANT,
                workspace.database().code(),
                workspace.version(),
                workspace.undeployedChanges().orElse(0),
                settingsPending,
                rollout,
                workspace.connectionString())));
  }

  /** Returns what is so right after SQL ran. */
  WorkspaceHeader after(SchemaState now) {
    return new WorkspaceHeader(
        name,
        facts.map(
            known ->
                new Facts(
                    known.tenantMode(),
                    known.database(),
                    now.version().or(known::version),
                    now.pending().orElse(known.pending()),
                    known.settingsPending(),
                    known.rollout(),
                    known.connection())));
  }

  /** Says whether it makes versions; not before that is known. */
  boolean isTenantMode() {
    return facts.map(Facts::tenantMode).orElse(false);
  }

  Optional<Version> version() {
    return facts.flatMap(Facts::version);
  }

  /** Says whether there is anybody to deploy to. */
  boolean hasTenants() {
    return facts.map(known -> known.rollout().tenants() > 0).orElse(false);
  }

  /** Says whether the next step is to create the first tenants. */
  boolean lacksTenants() {
    return facts.map(known -> known.tenantMode() && known.rollout().tenants() == 0).orElse(false);
  }

  /** Says in one line how the workspace stands to its tenants; empty while it is not known. */
  String caption() {
    return facts.map(WorkspaceHeader::caption).orElse("");
  }

  private static String caption(Facts known) {
    if (!known.tenantMode()) {
      return Text.of("workspace.head.control");
    }
    String words = known.rollout().words();
    return known.settingsPending() ? words + " · " + Text.of("workspace.head.settings") : words;
  }
}
