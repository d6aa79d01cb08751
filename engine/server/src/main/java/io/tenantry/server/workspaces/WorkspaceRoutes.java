package io.tenantry.server.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.DeletedWorkspace;
import io.tenantry.contract.workspaces.RunId;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.Message;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.workspaces.WorkspaceEndpoints;
import io.tenantry.wire.workspaces.WorkspaceReplies;

/** The calls of workspaces. */
public final class WorkspaceRoutes {
  private WorkspaceRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.subject("/workspaces/{id}", call -> workspaces(call).get(name(call)));
    registerLifeCycle(router);
    registerSchema(router);
    registerSettings(router);
  }

  private static void registerLifeCycle(Router router) {
    router.on(
        WorkspaceEndpoints.LIST,
        RequestLane.FAST,
        (call, _) -> WorkspaceReplies.Listed.of(workspaces(call).list()));
    router.on(
        WorkspaceEndpoints.CREATE,
        RequestLane.FAST,
        (call, body) -> WorkspaceReplies.Created.of(workspaces(call).create(body)));
    router.on(
        WorkspaceEndpoints.GET, RequestLane.FAST, (call, _) -> workspaces(call).get(name(call)));
    router.on(
        WorkspaceEndpoints.DELETE,
        RequestLane.FAST,
        (call, _) -> WorkspaceReplies.Deleted.of(delete(call)));
  }

  private static void registerSchema(Router router) {
    router.on(WorkspaceEndpoints.QUERY, RequestLane.SLOW, WorkspaceRoutes::query);
    router.on(
        WorkspaceEndpoints.IMPORT_SCHEMA,
        RequestLane.SLOW,
        (call, body) ->
            WorkspaceReplies.Imported.of(
                workspaces(call).importSchema(name(call), body, run(call))));
    router.on(WorkspaceEndpoints.CANCEL, RequestLane.FAST, WorkspaceRoutes::cancel);
    router.on(
        WorkspaceEndpoints.SCHEMA,
        RequestLane.FAST,
        (call, _) -> workspaces(call).schema(name(call)));
    router.on(
        WorkspaceEndpoints.DIFF, RequestLane.FAST, (call, _) -> workspaces(call).diff(name(call)));
    router.on(
        WorkspaceEndpoints.SKIP,
        RequestLane.FAST,
        (call, _) -> {
          long change = change(call);
          workspaces(call).skip(name(call), change);
          return new Message("DDL " + change + " removed from deploy queue");
        });
    router.on(
        WorkspaceEndpoints.INCLUDE,
        RequestLane.FAST,
        (call, _) -> workspaces(call).include(name(call), change(call)));
    router.on(
        WorkspaceEndpoints.REVERT,
        RequestLane.FAST,
        (call, _) ->
            WorkspaceReplies.Reverted.of(workspaces(call).revert(name(call), change(call))));
    router.on(
        WorkspaceEndpoints.CARRY,
        RequestLane.FAST,
        (call, body) -> workspaces(call).carry(name(call), dataStatement(call), body.carried()));
  }

  private static void registerSettings(Router router) {
    router.on(
        WorkspaceEndpoints.SETTINGS,
        RequestLane.FAST,
        (call, _) -> {
          WorkspaceSettings settings = workspaces(call).settings(name(call));
          DatabaseType type = workspaces(call).get(name(call)).database();
          return WorkspaceReplies.Settings.of(type, settings);
        });
    router.on(WorkspaceEndpoints.SAVE_SETTINGS, RequestLane.FAST, WorkspaceRoutes::save);
    router.on(WorkspaceEndpoints.PATCH_SETTINGS, RequestLane.FAST, WorkspaceRoutes::save);
  }

  private static WorkspaceReplies.Answered query(Call call, WorkspaceQuery query) {
    WorkspaceName name = name(call);
    return WorkspaceReplies.Answered.of(name, workspaces(call).query(name, query, run(call)));
  }

  private static WorkspaceReplies.Cancelled cancel(Call call, Nothing body) {
    RunId run = new RunId(call.path("run_id"));
    workspaces(call).cancel(name(call), run);
    return WorkspaceReplies.Cancelled.of(run);
  }

  private static RunId run(Call call) {
    return call.query().text(WorkspaceEndpoints.RUN).map(RunId::new).orElseGet(RunId::random);
  }

  private static WorkspaceReplies.SettingsSaved save(Call call, SaveSettings body) {
    return WorkspaceReplies.SettingsSaved.of(workspaces(call).saveSettings(name(call), body));
  }

  /** Deletes; the refusal says its reason under {@code message} too, as documented. */
  private static DeletedWorkspace delete(Call call) {
    try {
      return workspaces(call).delete(name(call));
    } catch (EngineException refused) {
      throw refused.code() == ErrorCode.CONFLICT
          ? refused.with("message", refused.message())
          : refused;
    }
  }

  private static Workspaces workspaces(Call call) {
    return call.project().workspaces();
  }

  private static WorkspaceName name(Call call) {
    return WorkspaceName.existing(call.path("id"));
  }

  private static long change(Call call) {
    return number(call, "ddl_id", "DDL ");
  }

  private static long dataStatement(Call call) {
    return number(call, "statement_id", "Data statement ");
  }

  private static long number(Call call, String variable, String what) {
    String text = call.path(variable);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException unknown) {
      throw EngineException.notFound(what + text + " not found or already deployed");
    }
  }
}
