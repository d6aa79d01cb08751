package io.tenantry.core.workspaces;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Reads workspace databases beside whoever writes them. Any thread. */
final class WorkspaceReader {
  private final WorkspaceFiles files;
  private final TenantDatabases databases;

  WorkspaceReader(WorkspaceFiles files, TenantDatabases databases) {
    this.files = files;
    this.databases = databases;
  }

  WorkspaceSchema schema(ProjectId project, WorkspaceRow row) {
    return read(project, row, deadline(row), SchemaReader::read);
  }

  /** Returns the CREATE statements in order of creation. */
  List<String> statements(ProjectId project, WorkspaceRow row) {
    return read(
        project, row, deadline(row), database -> SchemaSnapshot.read(database).statements());
  }

  QueryResult query(
      ProjectId project,
      WorkspaceRow row,
      WorkspaceScript script,
      Deadline deadline,
      Stoppable stop) {
    int maxRows = row.settings().maxRowsPerQuery();
    return read(
        project,
        row,
        deadline,
        database -> stop.run(database, deadline, () -> script.read(database, maxRows, deadline)));
  }

  private <T> T read(
      ProjectId project, WorkspaceRow row, Deadline deadline, Function<SqliteDatabase, T> work) {
    return databases.withReader(
        files.database(project, row.name(), row.settings()), deadline, work);
  }

  static Deadline deadline(WorkspaceRow row) {
    return Deadline.in(Duration.ofMillis(row.settings().queryTimeoutMs()));
  }
}
