package io.tenantry.core.inspection;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of workspaces. */
final class WorkspaceRowRepository {
  private static final String ALL =
      """
      SELECT w.project_id, w.name, coalesce(max(v.minor), 0) AS minor
      FROM workspace w
      LEFT JOIN blueprint b ON b.workspace_id = w.id
      LEFT JOIN blueprint_version v ON v.blueprint_id = b.id
      GROUP BY w.id
      ORDER BY w.id
      """;

  private WorkspaceRowRepository() {}

  /**
   * A workspace.
   *
   * @param latestMinor number of its last version; 0 when it has none
   */
  record Workspace(ProjectId project, WorkspaceName name, int latestMinor) {}

  static List<Workspace> all(Handle handle) {
    return handle
        .createQuery(ALL)
        .map(
            (row, _) ->
                new Workspace(
                    new ProjectId(row.getString("project_id")),
                    new WorkspaceName(row.getString("name")),
                    row.getInt("minor")))
        .list();
  }
}
