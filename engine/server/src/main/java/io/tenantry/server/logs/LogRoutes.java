package io.tenantry.server.logs;

import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.EventStream;
import io.tenantry.server.http.Lane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.logs.LogEndpoints;
import io.tenantry.wire.logs.LogFilters;
import io.tenantry.wire.logs.LogReplies;

/** The calls of query logs and metrics. */
public final class LogRoutes {
  private LogRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.on(LogEndpoints.LIST, Lane.SLOW, (call, _) -> list(call));
    router.on(
        LogEndpoints.STATS,
        Lane.FAST,
        (call, _) -> LogReplies.Stats.of(tenant(call), logs(call).stats(tenant(call))));
    router.on(
        LogEndpoints.PATTERNS,
        Lane.SLOW,
        (call, _) ->
            LogReplies.Patterns.of(
                tenant(call), logs(call).patterns(tenant(call), LogFilters.read(call.query()))));
    router.on(
        LogEndpoints.METRICS,
        Lane.SLOW,
        (call, _) -> LogReplies.Metrics.of(tenant(call), logs(call).metrics(tenant(call))));
    router.on(
        LogEndpoints.PROJECT_METRICS,
        Lane.SLOW,
        (call, _) -> logs(call).metrics(LogFilters.window(call.query())));
    router.onEvents(LogEndpoints.EVENTS, LogRoutes::events);
  }

  private static LogReplies.Listed list(Call call) {
    QueryParameters query = call.query();
    return LogReplies.Listed.of(
        tenant(call),
        logs(call)
            .list(
                tenant(call),
                LogFilters.read(query),
                LogFilters.limit(query),
                LogFilters.offset(query)));
  }

  private static EventStream events(Call call) {
    return EventStream.<LogEntry>of(
        listener -> logs(call).tail(tenant(call), LogFilters.read(call.query()), listener),
        entry -> EventStream.Event.of(Long.toString(entry.id()), entry));
  }

  private static Logs logs(Call call) {
    return call.project().logs();
  }

  private static TenantId tenant(Call call) {
    return TenantId.existing(call.path("id"));
  }
}
