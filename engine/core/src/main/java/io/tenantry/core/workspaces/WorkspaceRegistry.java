package io.tenantry.core.workspaces;

import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.DeletedWorkspace;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceConnection;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.blueprints.BlueprintVersionRows;
import io.tenantry.core.blueprints.BlueprintVersionRows.NewVersion;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.projects.ProjectPasswords;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.schema.SchemaImage;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Makes and deletes workspaces. Any thread.
 *
 * <p>Steps, all while the database file is held closed, and what a crash after each leaves:
 *
 * <ol>
 *   <li>Create: rows are inserted but not committed; the file is written and synced; the rows are
 *       committed. Crash before the commit: a file without a row, deleted at the next opening
 *       ({@link WorkspaceRecovery}).
 *   <li>Delete: the rows are deleted and committed; the file is deleted. Crash between: a file
 *       without a row that is not empty, set aside at the next opening.
 * </ol>
 */
final class WorkspaceRegistry {
  private final Catalog catalog;
  private final WorkspaceFiles files;
  private final ProjectPasswords passwords;
  private final PublicAddress address;
  private final InstantSource clock;
  private final SchemaImage empty;

  WorkspaceRegistry(
      Catalog catalog,
      WorkspaceFiles files,
      ImageCompiler compiler,
      ProjectPasswords passwords,
      PublicAddress address,
      InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.passwords = passwords;
    this.address = address;
    this.clock = clock;
    this.empty = compiler.compile(List.of(), 0);
  }

  List<WorkspaceRow> list(ProjectId project) {
    return catalog.read(handle -> WorkspaceRepository.list(handle, project));
  }

  WorkspaceRow get(ProjectId project, WorkspaceName name) {
    return catalog.read(handle -> WorkspaceRepository.get(handle, project, name));
  }

  void create(Caller caller, CreateWorkspace request) {
    if (request.database() != DatabaseType.SQLITE) {
      throw EngineException.badField(
          "database",
          "This engine has no backend for %s databases. Use SQLite."
              .formatted(request.database().code()));
    }
    ProjectId project = caller.projectId();
    files.alone(
        project,
        request.name(),
        () ->
            catalog.write(
                handle -> {
                  insert(handle, caller, request);
                  files.create(project, request.name(), empty.file());
                  return true;
                },
                () ->
                    EngineException.conflict(
                        ConflictKind.EXISTS,
                        "Workspace '%s' already exists".formatted(request.name()))));
  }

  private void insert(Handle handle, Caller caller, CreateWorkspace request) {
    long now = clock.millis();
    long id = WorkspaceRepository.insert(handle, caller.projectId(), request, now);
    if (request.mode() == WorkspaceMode.TENANT) {
      BlueprintVersionRows.create(
          handle,
          id,
          caller.projectId(),
          request.name(),
          new NewVersion(0, empty, "Created empty", caller.author(), now));
    }
  }

  DeletedWorkspace delete(ProjectId project, WorkspaceName name) {
    get(project, name);
    return files.alone(
        project,
        name,
        () -> {
          DeletedWorkspace deleted = catalog.write(handle -> deleteRows(handle, project, name));
          files.delete(project, name);
          return deleted;
        });
  }

  private static DeletedWorkspace deleteRows(Handle handle, ProjectId project, WorkspaceName name) {
    WorkspaceRow row = WorkspaceRepository.get(handle, project, name);
    List<Version> versions =
        row.blueprint()
            .map(
                state -> {
                  refuseWithTenants(name, WorkspaceRepository.tenants(handle, state.id()));
                  return WorkspaceRepository.versions(handle, state.id());
                })
            .orElse(List.of());
    WorkspaceRepository.delete(handle, row.id());
    return new DeletedWorkspace(name, row.mode(), versions);
  }

  private static void refuseWithTenants(WorkspaceName name, List<String> tenants) {
    if (tenants.isEmpty()) {
      return;
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put(
        "reason",
        "Blueprint '%s' deployed to %d production %s"
            .formatted(name, tenants.size(), tenants.size() == 1 ? "tenant" : "tenants"));
    details.put("deployed_to", tenants);
    details.put("conflict", ConflictKind.NEEDED.code());
    details.put("action_required", "Delete these production tenants first, then try again");
    throw new EngineException(
        ErrorCode.CONFLICT, "Cannot delete workspace '%s'".formatted(name), details, null);
  }

  /** Changes limits; returns the workspace with them. */
  WorkspaceRow saveSettings(ProjectId project, WorkspaceName name, SaveSettings request) {
    return catalog.write(
        handle -> {
          WorkspaceRow row = WorkspaceRepository.get(handle, project, name);
          WorkspaceRepository.saveSettings(handle, row.id(), request.applyTo(row.settings()));
          return WorkspaceRepository.get(handle, project, name);
        });
  }

  WorkspaceConnection connection(Caller caller, WorkspaceName name) {
    ProjectId project = caller.projectId();
    Optional<Secret> password =
        caller.role() == Role.ADMIN && caller.scope().isProject()
            ? Optional.of(catalog.read(handle -> passwords.of(handle, project)))
            : Optional.empty();
    return new WorkspaceConnection(
        address.host(), address.port(), databaseName(name), project.value(), password);
  }

  String connectionString(ProjectId project, WorkspaceName name) {
    return address.connectionString(databaseName(name), files.path(project, name));
  }

  private static String databaseName(WorkspaceName name) {
    return name + "_workspace";
  }
}
