package io.tenantry.app.projects;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSummary;
import java.util.Optional;

/**
 * One project as the switcher shows it.
 *
 * @param id its id
 * @param name its name
 * @param workspaces how many workspaces it has
 * @param tenants how many tenants it has
 * @param account e-mail of the account it belongs to, empty for own ones
 * @param current whether it is the open one
 */
public record ProjectRow(
    ProjectId id,
    String name,
    int workspaces,
    long tenants,
    Optional<String> account,
    boolean current) {
  static ProjectRow of(ProjectSummary project, ProjectId open) {
    return new ProjectRow(
        project.projectId(),
        project.name(),
        project.workspaces(),
        project.tenants(),
        project.account(),
        project.projectId().equals(open));
  }

  /** Returns what tells it from others of the same name. */
  public String facts() {
    String figures =
        Text.of(
            "projects.facts",
            Figures.count(
                workspaces, Text.of("projects.workspace"), Text.of("projects.workspaces")),
            Figures.count(tenants, Text.of("projects.tenant"), Text.of("projects.tenants")));
    return account.map(who -> Text.of("projects.account", figures, who)).orElse(figures);
  }
}
