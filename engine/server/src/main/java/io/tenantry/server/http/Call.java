package io.tenantry.server.http;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.QueryParameters;

/** One request inside a project, as the caller's credential sees it. */
public final class Call {
  private final Project project;
  private final Endpoint<?, ?> endpoint;
  private final RequestHead head;

  Call(Project project, Endpoint<?, ?> endpoint, RequestHead head) {
    this.project = project;
    this.endpoint = endpoint;
    this.head = head;
  }

  /** Returns the project. */
  public Project project() {
    return project;
  }

  /** Returns who is asking. */
  public Credential credential() {
    return head.credential();
  }

  /** Returns a variable segment of the path, decoded. */
  public String path(String name) {
    return head.variable(endpoint, name);
  }

  /** Returns the parameters behind the question mark. */
  public QueryParameters query() {
    return head.query();
  }
}
