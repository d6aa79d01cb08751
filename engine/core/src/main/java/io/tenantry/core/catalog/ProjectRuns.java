package io.tenantry.core.catalog;

import io.tenantry.contract.projects.ProjectId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Finds runs of one kind: rows with number, id, project and status. Any thread.
 *
 * @param select what is read, with its table and without a condition
 * @param mapper reads a row
 * @param <R> what a row becomes
 */
public record ProjectRuns<R>(String select, RowMapper<R> mapper) {

  /** Returns a run of a project. */
  public Optional<R> find(Handle handle, ProjectId project, String id) {
    return handle
        .createQuery(select + "WHERE project_id = :project AND id = :id")
        .bind("project", project.value())
        .bind("id", id)
        .map(mapper)
        .findOne();
  }

  /** Returns the newest runs of a project, the latest first. */
  public List<R> newest(Handle handle, ProjectId project, int limit) {
    return handle
        .createQuery(select + "WHERE project_id = :project ORDER BY number DESC LIMIT :limit")
        .bind("project", project.value())
        .bind("limit", limit)
        .map(mapper)
        .list();
  }

  /** Returns what was running when the engine stopped, in the order of its start. */
  public List<R> running(Handle handle) {
    return handle
        .createQuery(select + "WHERE status = 'running' ORDER BY number")
        .map(mapper)
        .list();
  }
}
