package io.tenantry.server.blueprints;

import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.blueprints.BlueprintEndpoints;
import io.tenantry.wire.blueprints.BlueprintReplies;

/** The calls of blueprints. */
public final class BlueprintRoutes {
  private BlueprintRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.subject("/blueprints/{name}", call -> blueprints(call).get(name(call)));
    router.on(
        BlueprintEndpoints.LIST,
        RequestLane.FAST,
        (call, _) -> BlueprintEndpoints.Listed.of(blueprints(call).list()));
    router.on(
        BlueprintEndpoints.GET, RequestLane.FAST, (call, _) -> blueprints(call).get(name(call)));
    router.on(
        BlueprintEndpoints.VERSIONS,
        RequestLane.FAST,
        (call, _) -> blueprints(call).versions(versionedName(call)));
    router.on(
        BlueprintEndpoints.VERSION,
        RequestLane.FAST,
        (call, _) -> blueprints(call).version(name(call), version(call)));
    router.on(
        BlueprintEndpoints.COMPARE,
        RequestLane.FAST,
        (call, body) -> BlueprintReplies.Compared.of(blueprints(call).compare(name(call), body)));
  }

  private static Blueprints blueprints(Call call) {
    return call.project().blueprints();
  }

  private static WorkspaceName name(Call call) {
    return WorkspaceName.existingBlueprint(call.path("name"));
  }

  private static WorkspaceName versionedName(Call call) {
    try {
      return name(call);
    } catch (EngineException unknown) {
      throw EngineException.notFound("No versions found for blueprint: " + call.path("name"));
    }
  }

  private static Version version(Call call) {
    String text = call.path("version");
    try {
      return Version.parse(text);
    } catch (EngineException unknown) {
      throw EngineException.notFound("Version not found: " + text);
    }
  }
}
