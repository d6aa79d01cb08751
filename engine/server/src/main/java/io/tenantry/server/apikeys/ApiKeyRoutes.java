package io.tenantry.server.apikeys;

import io.tenantry.contract.apikeys.ApiKeys;
import io.tenantry.contract.error.EngineException;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.Message;
import io.tenantry.wire.apikeys.ApiKeyEndpoints;
import io.tenantry.wire.apikeys.ApiKeyReplies;

/** The calls of API keys. */
public final class ApiKeyRoutes {
  private ApiKeyRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.on(
        ApiKeyEndpoints.LIST,
        RequestLane.FAST,
        (call, _) -> ApiKeyReplies.Listed.of(keys(call).list()));
    router.on(
        ApiKeyEndpoints.LIST_ALL,
        RequestLane.FAST,
        (call, _) -> ApiKeyReplies.Listed.of(keys(call).listAll()));
    router.on(
        ApiKeyEndpoints.CREATE,
        RequestLane.FAST,
        (call, body) -> ApiKeyReplies.Created.of(keys(call).create(body)));
    router.on(
        ApiKeyEndpoints.DELETE,
        RequestLane.FAST,
        (call, _) -> {
          keys(call).delete(id(call.path("id")));
          return new Message("API key successfully revoked");
        });
  }

  private static ApiKeys keys(Call call) {
    return call.project().apiKeys();
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException unknown) {
      throw EngineException.notFound("API key not found: " + text);
    }
  }
}
