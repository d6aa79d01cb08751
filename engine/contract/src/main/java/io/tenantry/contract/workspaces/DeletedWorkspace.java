package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.Version;
import java.util.List;

/**
 * A deleted workspace.
 *
 * @param workspace its name
 * @param mode what it was for
 * @param versionsDeleted versions of its blueprint, oldest first; empty in control mode
 */
public record DeletedWorkspace(
    WorkspaceName workspace, WorkspaceMode mode, List<Version> versionsDeleted) {
  /** Copies the versions. */
  public DeletedWorkspace {
    versionsDeleted = List.copyOf(versionsDeleted);
  }
}
