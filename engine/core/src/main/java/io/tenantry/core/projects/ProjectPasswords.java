package io.tenantry.core.projects;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Secrets;
import org.jdbi.v3.core.Handle;

/** Opens the database password of a project, which its workspace connections show. */
public final class ProjectPasswords {
  private static final String SEALED =
      "SELECT proxy_password_sealed FROM project WHERE id = :project";

  private final Secrets secrets;

  /** Creates it. */
  public ProjectPasswords(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Returns the password.
   *
   * @throws EngineException NOT_FOUND when the project was deleted meanwhile
   */
  public Secret of(Handle handle, ProjectId project) {
    return handle
        .createQuery(SEALED)
        .bind("project", project.value())
        .mapTo(byte[].class)
        .findOne()
        .map(bytes -> secrets.open(bytes, owner(project)))
        .orElseThrow(() -> EngineException.notFound("Project not found: " + project));
  }

  byte[] seal(Secret password, ProjectId project) {
    return secrets.seal(password, owner(project));
  }

  private static String owner(ProjectId project) {
    return "project:" + project + ":proxy_password";
  }
}
