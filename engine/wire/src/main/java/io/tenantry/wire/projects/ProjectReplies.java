package io.tenantry.wire.projects;

import io.tenantry.contract.Secret;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectName;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.projects.ProjectSummary;
import java.util.List;

/** Replies of projects that say more than the contract's values. */
public final class ProjectReplies {
  private ProjectReplies() {}

  /**
   * The projects of the account.
   *
   * @param count number of projects
   * @param projects oldest first
   */
  public record Listed(int count, List<ProjectSummary> projects) {
    /** Counts the projects. */
    public static Listed of(List<ProjectSummary> projects) {
      return new Listed(projects.size(), projects);
    }
  }

  /**
   * A created project.
   *
   * @param projectId its id
   * @param name its name
   * @param apiKey its administrator key
   * @param proxyPassword its password for database connections
   * @param message what to do with them
   */
  public record Created(
      ProjectId projectId, String name, Secret apiKey, Secret proxyPassword, String message) {
    /** Adds the message. */
    public static Created of(ProjectSecrets project) {
      return new Created(
          project.projectId(),
          project.name(),
          project.apiKey(),
          project.proxyPassword(),
          "Project created. Save your API key - it won't be shown again!");
    }

    /** Returns the contract's value. */
    public ProjectSecrets secrets() {
      return new ProjectSecrets(projectId, name, apiKey, proxyPassword);
    }
  }

  /**
   * A renamed project.
   *
   * @param projectId its id
   * @param name its new name
   * @param message what was done
   */
  public record Renamed(ProjectId projectId, String name, String message) {
    /** Adds the message. */
    public static Renamed of(ProjectName project) {
      return new Renamed(
          project.projectId(), project.name(), "Project renamed to '" + project.name() + "'");
    }

    /** Returns the contract's value. */
    public ProjectName project() {
      return new ProjectName(projectId, name);
    }
  }

  /**
   * A deleted project.
   *
   * @param projectId its id (an extension)
   * @param message what was done
   */
  public record Deleted(ProjectId projectId, String message) {
    /** Adds the message. */
    public static Deleted of(ProjectId project) {
      return new Deleted(project, "Project '" + project + "' deleted successfully");
    }
  }
}
