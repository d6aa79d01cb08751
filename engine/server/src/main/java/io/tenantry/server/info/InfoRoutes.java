package io.tenantry.server.info;

import io.tenantry.contract.info.EngineInfo;
import io.tenantry.server.http.Lane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.info.InfoEndpoints.Codes;
import io.tenantry.wire.info.InfoEndpoints.Health;
import io.tenantry.wire.info.InfoEndpoints.Regions;
import io.tenantry.wire.info.InfoEndpoints.Service;
import io.tenantry.wire.openapi.OpenApi;

/** The calls about the engine itself. */
public final class InfoRoutes {
  private InfoRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.onOpen(
        InfoEndpoints.SERVICE,
        Lane.FAST,
        (engine, _, _) -> {
          EngineInfo info = engine.info();
          return new Service(info.service(), info.version());
        });
    router.onOpen(InfoEndpoints.HEALTH, Lane.FAST, (_, _, _) -> new Health("healthy"));
    router.onOpen(
        InfoEndpoints.REGIONS, Lane.FAST, (engine, _, _) -> Regions.of(engine.info().regions()));
    router.onOpen(InfoEndpoints.ERRORS, Lane.FAST, (_, _, _) -> Codes.table());
    router.onOpen(
        InfoEndpoints.OPENAPI,
        Lane.FAST,
        (engine, _, _) -> OpenApi.document(engine.info().version()));
    router.on(InfoEndpoints.STATUS, Lane.FAST, (call, _) -> call.project().status());
  }
}
