package io.tenantry.server.deployments;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.EventStream;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Envelope;
import io.tenantry.wire.Nothing;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.deployments.DeploymentEndpoints;
import io.tenantry.wire.deployments.DeploymentFilters;
import io.tenantry.wire.deployments.DeploymentReplies;
import io.tenantry.wire.json.Fields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

/** The calls of deployments. */
public final class DeploymentRoutes {
  private DeploymentRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.subject("/deployments/{id}", call -> deployments(call).get(id(call)));
    router.on(
        DeploymentEndpoints.LIST,
        RequestLane.FAST,
        (call, _) ->
            DeploymentReplies.Listed.of(
                deployments(call).list(DeploymentFilters.read(call.query()), call.query().page()),
                call.query().isPaged()));
    router.on(
        DeploymentEndpoints.CREATE,
        RequestLane.SLOW,
        (call, body) -> DeploymentReplies.Started.of(deployments(call).create(body)));
    router.on(
        DeploymentEndpoints.GET,
        RequestLane.FAST,
        (call, _) -> DeploymentReplies.Progress.of(deployments(call).get(id(call))));
    verb(router, DeploymentEndpoints.RETRY, Deployments::retry);
    verb(router, DeploymentEndpoints.PAUSE, Deployments::pause);
    verb(router, DeploymentEndpoints.RESUME, Deployments::resume);
    verb(router, DeploymentEndpoints.CANCEL, Deployments::cancel);
    router.on(
        DeploymentEndpoints.WIDTH,
        RequestLane.FAST,
        (call, workers) ->
            DeploymentReplies.Progress.of(deployments(call).width(id(call), workers)));
    undo(router);
    router.onEvents(DeploymentEndpoints.EVENTS, DeploymentRoutes::events);
    router.on(DeploymentEndpoints.TENANTS, RequestLane.FAST, (call, _) -> tenants(call));
    router.on(
        DeploymentEndpoints.STATES,
        RequestLane.FAST,
        (call, _) -> DeploymentReplies.States.of(deployments(call).states(id(call))));
    router.on(
        DeploymentEndpoints.LOG,
        RequestLane.FAST,
        (call, _) -> DeploymentReplies.Log.of(id(call), deployments(call).log(id(call))));
    router.on(DeploymentEndpoints.OF_TENANT, RequestLane.FAST, (call, _) -> ofTenant(call));
  }

  private static void undo(Router router) {
    router.on(
        DeploymentEndpoints.UNDO,
        RequestLane.SLOW,
        (call, body) -> DeploymentReplies.Started.of(deployments(call).undo(id(call), body)));
    router.on(
        DeploymentEndpoints.UNDO_OUTLOOK,
        RequestLane.FAST,
        (call, _) -> DeploymentReplies.Outlook.of(deployments(call).undoOutlook(id(call))));
  }

  private static void verb(
      Router router,
      Endpoint<Nothing, DeploymentReplies.Progress> endpoint,
      BiFunction<Deployments, DeploymentId, Deployment> verb) {
    router.on(
        endpoint,
        RequestLane.FAST,
        (call, _) -> DeploymentReplies.Progress.of(verb.apply(deployments(call), id(call))));
  }

  private static EventStream events(Call call) {
    return EventStream.<Deployment>of(
        listener -> deployments(call).watch(id(call), listener),
        deployment ->
            EventStream.Event.of(
                "", new Envelope(true, 200, "ok", DeploymentReplies.Progress.of(deployment))));
  }

  private static DeploymentReplies.Tenants tenants(Call call) {
    QueryParameters query = call.query();
    return DeploymentReplies.Tenants.of(
        id(call),
        deployments(call).tenants(id(call), states(query), query.page()),
        query.isPaged());
  }

  private static DeploymentReplies.OfTenant ofTenant(Call call) {
    QueryParameters query = call.query();
    TenantId tenant = TenantId.existing(call.path("id"));
    return DeploymentReplies.OfTenant.of(
        tenant, deployments(call).ofTenant(tenant, query.page()), query.isPaged());
  }

  /** Reads {@code state=failed,pending}. */
  private static Set<DeploymentTenant.State> states(QueryParameters query) {
    Set<DeploymentTenant.State> states = EnumSet.noneOf(DeploymentTenant.State.class);
    query
        .text("state")
        .ifPresent(
            list ->
                Arrays.stream(list.split(","))
                    .map(code -> Fields.constant("state", code, DeploymentTenant.State.class))
                    .forEach(states::add));
    return states;
  }

  private static Deployments deployments(Call call) {
    return call.project().deployments();
  }

  private static DeploymentId id(Call call) {
    return new DeploymentId(call.path("id"));
  }
}
