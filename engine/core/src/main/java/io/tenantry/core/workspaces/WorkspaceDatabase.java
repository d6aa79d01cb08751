package io.tenantry.core.workspaces;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.QueryLimits;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.time.Duration;

/** The database of a workspace, for a feature that works in it statement by statement. */
public final class WorkspaceDatabase {
  private final WorkspaceEngine engine;
  private final ProjectId project;
  private final WorkspaceName name;
  private final WorkspaceRow row;

  WorkspaceDatabase(
      WorkspaceEngine engine, ProjectId project, WorkspaceName name, WorkspaceRow row) {
    this.engine = engine;
    this.project = project;
    this.name = name;
    this.row = row;
  }

  /** Returns the database as its users address it. */
  public DatabaseFile file() {
    return engine.files().database(project, name, row.settings());
  }

  /** Returns the limits of one statement. */
  public QueryLimits limits() {
    return new QueryLimits(
        Duration.ofMillis(row.settings().queryTimeoutMs()), row.settings().maxRowsPerQuery());
  }

  /**
   * Starts a transaction whose schema changes are recorded.
   *
   * @param database the leased connection that writes
   */
  public WorkspaceTransaction begin(Caller caller, SqliteDatabase database) {
    WorkspaceRow fresh = engine.registry().get(project, name); // as fresh as the lease
    return new WorkspaceTransaction(engine.editor(), caller, fresh, database);
  }
}
