package io.tenantry.wire.projects;

import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.projects.Whoami;
import io.tenantry.wire.Body;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.json.Fields;

/** The calls of projects; {@code {id}} is an id or a name. */
public final class ProjectEndpoints {
  /** Lists the projects of the account. */
  public static final Endpoint<Nothing, ProjectReplies.Listed> LIST =
      Endpoint.get("/projects", ProjectReplies.Listed.class).needs(Clearance.ACCOUNT);

  /** Creates a project. */
  public static final Endpoint<CreateProject, ProjectReplies.Created> CREATE =
      Endpoint.post("/projects", Body.of(ProjectEndpoints::name), ProjectReplies.Created.class)
          .created()
          .needs(Clearance.ACCOUNT);

  /** Returns the secrets of another project. */
  public static final Endpoint<Nothing, ProjectSecrets> SWITCH =
      Endpoint.post("/projects/{id}/switch", ProjectSecrets.class).needs(Clearance.ACCOUNT);

  /** Gives a project another name. */
  public static final Endpoint<CreateProject, ProjectReplies.Renamed> RENAME =
      Endpoint.patch(
              "/projects/{id}", Body.of(ProjectEndpoints::name), ProjectReplies.Renamed.class)
          .needs(Clearance.ACCOUNT);

  /** Deletes a project. */
  public static final Endpoint<Nothing, ProjectReplies.Deleted> DELETE =
      Endpoint.delete("/projects/{id}", ProjectReplies.Deleted.class).needs(Clearance.ACCOUNT);

  /** Says who is asking. */
  public static final Endpoint<Nothing, Whoami> WHOAMI = Endpoint.get("/whoami", Whoami.class);

  private ProjectEndpoints() {}

  private static CreateProject name(Fields body) {
    return new CreateProject(body.text("name"));
  }
}
