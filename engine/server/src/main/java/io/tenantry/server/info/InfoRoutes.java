package io.tenantry.server.info;

import io.tenantry.contract.info.EngineInfo;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.info.InfoEndpoints.Codes;
import io.tenantry.wire.info.InfoEndpoints.Health;
import io.tenantry.wire.info.InfoEndpoints.Regions;
import io.tenantry.wire.info.InfoEndpoints.Service;
import io.tenantry.wire.openapi.OpenApi;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls about the engine itself. */
public final class InfoRoutes {
  private InfoRoutes() {}

  /**
   * Adds the calls.
   *
   * @param trouble says what keeps the engine from working as it should
   */
  public static void register(Router router, Supplier<Optional<String>> trouble) {
    router.onOpen(
        InfoEndpoints.SERVICE,
        RequestLane.FAST,
        (engine, _, _) -> {
          EngineInfo info = engine.info();
          return new Service(info.service(), info.version());
        });
    router.onOpen(InfoEndpoints.HEALTH, RequestLane.CALLER, (_, _, _) -> Health.of(trouble.get()));
    router.onOpen(
        InfoEndpoints.REGIONS,
        RequestLane.FAST,
        (engine, _, _) -> Regions.of(engine.info().regions()));
    router.onOpen(InfoEndpoints.ERRORS, RequestLane.FAST, (_, _, _) -> Codes.table());
    router.onOpen(
        InfoEndpoints.OPENAPI,
        RequestLane.FAST,
        (engine, _, _) -> OpenApi.document(engine.info().version()));
    router.on(InfoEndpoints.STATUS, RequestLane.FAST, (call, _) -> call.project().status());
  }
}
