package io.tenantry.contract.projects;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * The projects of the caller's account. All calls need a project-scoped administrator key or a
 * session: ROLE_REQUIRED or SCOPE_DENIED otherwise.
 *
 * <p>The owner of a local data folder sees and changes the projects of all its accounts; a project
 * that the owner creates belongs to no account. By name the owner finds own projects only; others
 * by their id.
 */
public interface Projects {

  /** Lists the projects, oldest first, with live counts. */
  List<ProjectSummary> list();

  /**
   * Creates a project with an administrator key.
   *
   * @return the project with both secrets
   * @throws EngineException BAD_REQUEST for a blank name or over 100 characters; CONFLICT {@code
   *     Project 'x' already exists}
   */
  ProjectSecrets create(CreateProject request);

  /**
   * Returns what is needed to work in another project of the account.
   *
   * @param idOrName project id, or its name
   * @throws EngineException NOT_FOUND {@code Project not found: x}; FORBIDDEN {@code Project 'x'
   *     can be used by its owner only}
   */
  ProjectSecrets switchTo(String idOrName);

  /**
   * Gives a project another name; its id stays.
   *
   * @throws EngineException NOT_FOUND; BAD_REQUEST for a bad name; CONFLICT when the name is taken;
   *     FORBIDDEN when the caller does not own it
   */
  ProjectName rename(String idOrName, CreateProject request);

  /**
   * Deletes a project with its workspaces, blueprints, tenants and keys, for good.
   *
   * @return the id of the deleted project
   * @throws EngineException NOT_FOUND; FORBIDDEN when the caller does not own it; BAD_REQUEST
   *     {@code Cannot delete your only project. Rename it or create another project first.}
   */
  ProjectId delete(String idOrName);
}
