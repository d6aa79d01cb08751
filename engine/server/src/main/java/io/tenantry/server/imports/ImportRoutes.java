package io.tenantry.server.imports;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.Imports;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.imports.ImportEndpoints;
import io.tenantry.wire.imports.ImportReplies;

/** The calls of data imports. */
public final class ImportRoutes {
  private ImportRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.on(
        ImportEndpoints.ANALYZE,
        RequestLane.SLOW,
        (call, body) -> imports(call).analyze(workspace(call), body));
    router.on(
        ImportEndpoints.START,
        RequestLane.SLOW,
        (call, body) -> ImportReplies.Progress.of(imports(call).start(workspace(call), body)));
    router.on(
        ImportEndpoints.START_FULL,
        RequestLane.SLOW,
        (call, body) -> ImportReplies.Full.of(imports(call).startFull(workspace(call), body)));
    router.on(
        ImportEndpoints.LIST,
        RequestLane.FAST,
        (call, _) -> ImportReplies.Listed.of(imports(call).list(workspace(call))));
    router.on(
        ImportEndpoints.STATUS,
        RequestLane.FAST,
        (call, _) -> ImportReplies.Progress.of(imports(call).status(workspace(call), id(call))));
    router.on(
        ImportEndpoints.CANCEL,
        RequestLane.FAST,
        (call, _) -> ImportReplies.Progress.of(imports(call).cancel(workspace(call), id(call))));
  }

  private static Imports imports(Call call) {
    return call.project().imports();
  }

  private static WorkspaceName workspace(Call call) {
    return WorkspaceName.existing(call.path("id"));
  }

  private static ImportId id(Call call) {
    return call.query()
        .text(ImportEndpoints.ID)
        .map(ImportId::new)
        .orElseThrow(
            () ->
                EngineException.badField(ImportEndpoints.ID, ImportEndpoints.ID + " is required"));
  }
}
