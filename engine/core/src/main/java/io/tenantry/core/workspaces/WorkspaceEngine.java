package io.tenantry.core.workspaces;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.projects.ProjectPasswords;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.sqlite.Sqlite;
import java.time.InstantSource;

/** What the workspaces of all callers share; made once per engine. Any thread. */
public final class WorkspaceEngine implements Recovery {
  private final WorkspaceFiles files;
  private final WorkspaceRegistry registry;
  private final WorkspaceEditor editor;
  private final PendingChanges changes;
  private final PendingData data;
  private final SkippedQueue skipped;
  private final SchemaImports imports;
  private final WorkspaceReader reader;
  private final WorkspaceRecovery recovery;
  private final SchemaAdoption adoption;
  private final WorkspaceRuns runs = new WorkspaceRuns();

  /** Wires the parts. */
  public WorkspaceEngine(
      Catalog catalog,
      DataFolder folder,
      Sqlite sqlite,
      TenantDatabases databases,
      ProjectPasswords passwords,
      PublicAddress address,
      InstantSource clock) {
    ImageCompiler compiler = new ImageCompiler(sqlite);
    this.files = new WorkspaceFiles(folder, databases);
    this.registry = new WorkspaceRegistry(catalog, files, compiler, passwords, address, clock);
    this.editor = new WorkspaceEditor(catalog, files, databases, compiler, sqlite, clock);
    this.changes = new PendingChanges(catalog, editor);
    this.data = new PendingData(catalog, sqlite, editor);
    this.skipped = new SkippedQueue(catalog, editor);
    this.imports = new SchemaImports(editor);
    this.reader = new WorkspaceReader(files, databases);
    this.adoption = new SchemaAdoption(registry, editor);
    this.recovery = new WorkspaceRecovery(catalog, folder, sqlite);
  }

  @Override
  public void atOpen() {
    recovery.run();
  }

  /** Creates a workspace for a feature that needs one; errors as for a caller who asks for it. */
  public void create(Caller caller, CreateWorkspace request) {
    registry.create(caller, request);
  }

  /** Returns what makes versions from schemas that were found in tenants. */
  public SchemaAdoption adoption() {
    return adoption;
  }

  /**
   * Finds the database of a workspace for a feature that works in it.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Workspace not found: x}
   */
  public WorkspaceDatabase database(ProjectId project, WorkspaceName name) {
    return new WorkspaceDatabase(this, project, name, registry.get(project, name));
  }

  WorkspaceFiles files() {
    return files;
  }

  WorkspaceRegistry registry() {
    return registry;
  }

  WorkspaceEditor editor() {
    return editor;
  }

  PendingChanges changes() {
    return changes;
  }

  PendingData data() {
    return data;
  }

  SkippedQueue skipped() {
    return skipped;
  }

  SchemaImports imports() {
    return imports;
  }

  WorkspaceReader reader() {
    return reader;
  }

  WorkspaceRuns runs() {
    return runs;
  }
}
