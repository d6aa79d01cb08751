package io.tenantry.core.blueprints;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.sqlite.BoundStatement;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads blueprints for those features that work with them, inside a transaction of theirs. */
public final class BlueprintHeads {
  private static final String IS_CONTROL =
      """
      SELECT 1 FROM workspace WHERE project_id = :project AND name = :name AND mode = 'control'
      """;
  private static final String STATEMENTS =
      """
      SELECT statement, parameters
      FROM version_step
      WHERE blueprint_id = :blueprint AND is_carried AND since_minor > :from AND since_minor <= :to
        AND (until_minor IS NULL OR until_minor > :to)
      ORDER BY minor, position
      """;

  private BlueprintHeads() {}

  /** Returns a blueprint, or empty. */
  public static Optional<BlueprintHead> find(Handle handle, ProjectId project, WorkspaceName name) {
    return BlueprintRepository.head(handle, project, name);
  }

  /**
   * Returns a blueprint.
   *
   * @throws EngineException BAD_REQUEST for a workspace in control mode, NOT_FOUND {@code Blueprint
   *     not found: x}
   */
  public static BlueprintHead get(Handle handle, ProjectId project, WorkspaceName name) {
    return get(handle, project, name, "blueprint");
  }

  /**
   * As {@link #get(Handle, ProjectId, WorkspaceName)}, naming the field of the request that has the
   * name.
   */
  public static BlueprintHead get(
      Handle handle, ProjectId project, WorkspaceName name, String field) {
    return find(handle, project, name).orElseThrow(() -> missing(handle, project, name, field));
  }

  /**
   * Returns the statements that bring a database from one version to a later one, in order: what
   * was added in between and is in effect at the target, with the data statements that are carried.
   * From version 0 they make the whole schema, and the rows that new tenants have.
   */
  public static List<BoundStatement> statements(Handle handle, long blueprint, int from, int to) {
    return handle
        .createQuery(STATEMENTS)
        .bind("blueprint", blueprint)
        .bind("from", from)
        .bind("to", to)
        .map((row, _) -> StepRepository.statement(row))
        .list();
  }

  private static EngineException missing(
      Handle handle, ProjectId project, WorkspaceName name, String field) {
    boolean control =
        handle
            .createQuery(IS_CONTROL)
            .bind("project", project.value())
            .bind("name", name.value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    return control
        ? EngineException.badField(
            field, "Workspace '" + name + "' is in control mode and has no blueprint")
        : EngineException.notFound("Blueprint not found: " + name);
  }
}
