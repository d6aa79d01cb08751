package io.tenantry.core.projects;

import io.tenantry.contract.projects.ProjectId;

/** Told by a feature that holds files or work of projects, so that a project can be deleted. */
@FunctionalInterface
public interface ProjectClosing {

  /**
   * Stops work on a project whose rows are gone and closes its files, before they are deleted.
   *
   * @param project the deleted project
   */
  void close(ProjectId project);
}
