package io.tenantry.server.projects;

import io.tenantry.contract.projects.Projects;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.projects.ProjectEndpoints;
import io.tenantry.wire.projects.ProjectReplies;

/** The calls of projects. */
public final class ProjectRoutes {
  private ProjectRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.subject("/projects/{id}", call -> projects(call).switchTo(call.path("id")));
    router.on(
        ProjectEndpoints.LIST,
        RequestLane.FAST,
        (call, _) -> ProjectReplies.Listed.of(projects(call).list()));
    router.on(
        ProjectEndpoints.CREATE,
        RequestLane.FAST,
        (call, body) -> ProjectReplies.Created.of(projects(call).create(body)));
    router.on(
        ProjectEndpoints.SWITCH,
        RequestLane.FAST,
        (call, _) -> projects(call).switchTo(call.path("id")));
    router.on(
        ProjectEndpoints.RENAME,
        RequestLane.FAST,
        (call, body) -> ProjectReplies.Renamed.of(projects(call).rename(call.path("id"), body)));
    router.on(
        ProjectEndpoints.DELETE,
        RequestLane.SLOW,
        (call, _) -> ProjectReplies.Deleted.of(projects(call).delete(call.path("id"))));
    router.on(ProjectEndpoints.WHOAMI, RequestLane.FAST, (call, _) -> call.project().whoami());
  }

  private static Projects projects(Call call) {
    return call.project().projects();
  }
}
