package io.tenantry.client.projects;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectName;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.projects.ProjectSummary;
import io.tenantry.contract.projects.Projects;
import io.tenantry.wire.projects.ProjectEndpoints;
import java.util.List;

/** Projects over HTTP. */
public final class RemoteProjects implements Projects {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteProjects(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<ProjectSummary> list() {
    return calls.call(ProjectEndpoints.LIST).projects();
  }

  @Override
  public ProjectSecrets create(CreateProject request) {
    return calls.send(ProjectEndpoints.CREATE, request).secrets();
  }

  @Override
  public ProjectSecrets switchTo(String idOrName) {
    return calls.call(ProjectEndpoints.SWITCH, idOrName);
  }

  @Override
  public ProjectName rename(String idOrName, CreateProject request) {
    return calls.send(ProjectEndpoints.RENAME, request, idOrName).project();
  }

  @Override
  public ProjectId delete(String idOrName) {
    return calls.call(ProjectEndpoints.DELETE, idOrName).projectId();
  }
}
