package io.tenantry.contract.projects;

import io.tenantry.contract.Check;

/**
 * A project's name, for creating and for renaming.
 *
 * @param name 1–100 characters, not blank
 */
public record CreateProject(String name) {
  /** Checks the name. */
  public CreateProject {
    Check.text("name", name, 100);
  }
}
