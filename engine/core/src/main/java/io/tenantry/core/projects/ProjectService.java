package io.tenantry.core.projects;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectName;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.projects.ProjectSummary;
import io.tenantry.contract.projects.Projects;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.Caller;
import io.tenantry.core.apikeys.KeyIssuer;
import io.tenantry.core.catalog.Catalog;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The projects of one caller's account; those of all accounts when the owner of the data folder
 * asks. Any thread.
 */
public final class ProjectService implements Projects {
  private final Catalog catalog;
  private final KeyIssuer keys;
  private final ProjectCreation creation;
  private final ProjectRemoval removal;
  private final Authenticator authenticator;
  private final Caller caller;
  private final boolean owner;

  /**
   * Creates the service for a caller.
   *
   * @param owner whether it is the owner of the data folder
   */
  public ProjectService(
      Catalog catalog,
      KeyIssuer keys,
      ProjectCreation creation,
      ProjectRemoval removal,
      Authenticator authenticator,
      Caller caller,
      boolean owner) {
    this.catalog = catalog;
    this.keys = keys;
    this.creation = creation;
    this.removal = removal;
    this.authenticator = authenticator;
    this.caller = caller;
    this.owner = owner;
  }

  @Override
  public List<ProjectSummary> list() {
    caller.requireAccountLevel();
    return catalog.read(
        handle ->
            owner
                ? ProjectRepository.listAll(handle, keys)
                : ProjectRepository.list(handle, caller.customerId(), keys));
  }

  @Override
  public ProjectSecrets create(CreateProject request) {
    caller.requireAccountLevel();
    return catalog.write(
        handle -> creation.create(handle, account(handle), request.name()),
        () -> taken(request.name()));
  }

  @Override
  public ProjectSecrets switchTo(String idOrName) {
    caller.requireAccountLevel();
    return catalog.read(handle -> creation.secretsOf(handle, requireOwned(handle, idOrName)));
  }

  @Override
  public ProjectName rename(String idOrName, CreateProject request) {
    caller.requireAccountLevel();
    ProjectName renamed =
        catalog.write(
            handle -> {
              ProjectRepository.Row row = requireOwned(handle, idOrName);
              ProjectRepository.rename(handle, row.id(), request.name());
              return new ProjectName(row.id(), request.name());
            },
            () -> taken(request.name()));
    authenticator.forget();
    return renamed;
  }

  @Override
  public ProjectId delete(String idOrName) {
    caller.requireAccountLevel();
    ProjectId project = catalog.read(handle -> requireOwned(handle, idOrName)).id();
    removal.remove(project, handle -> requireDeletable(handle, project));
    return project;
  }

  private void requireDeletable(Handle handle, ProjectId project) {
    ProjectRepository.Row row = requireOwned(handle, project.value());
    if (ProjectRepository.count(handle, row.customerId()) == 1) {
      throw EngineException.badRequest(
          "Cannot delete your only project. Rename it or create another project first.");
    }
  }

  private ProjectRepository.Row requireOwned(Handle handle, String idOrName) {
    ProjectRepository.Row row = find(handle, idOrName);
    if (!mayChange(row)) {
      throw EngineException.forbidden("Project '" + idOrName + "' can be used by its owner only");
    }
    return row;
  }

  private ProjectRepository.Row find(Handle handle, String idOrName) {
    return ProjectRepository.find(handle, account(handle), idOrName)
        .orElseThrow(() -> notFound(idOrName));
  }

  private boolean mayChange(ProjectRepository.Row row) {
    return owner || row.customerId() == caller.customerId();
  }

  private long account(Handle handle) {
    return owner ? ProjectRepository.owner(handle) : caller.customerId();
  }

  private static EngineException notFound(String idOrName) {
    return EngineException.notFound("Project not found: " + idOrName);
  }

  private static EngineException taken(String name) {
    return EngineException.conflict(ConflictKind.EXISTS, "Project '" + name + "' already exists");
  }
}
