package io.tenantry.server.logs;

import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.server.http.Call;
import io.tenantry.server.http.EventStream;
import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.logs.LogEndpoints;
import io.tenantry.wire.logs.LogFilters;
import io.tenantry.wire.logs.LogReplies;
import io.tenantry.wire.logs.LogSearches;

/** The calls of query logs and metrics. */
public final class LogRoutes {
  private LogRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.on(LogEndpoints.LIST, RequestLane.SLOW, (call, _) -> list(call));
    router.on(
        LogEndpoints.STATS,
        RequestLane.FAST,
        (call, _) -> LogReplies.Stats.of(tenant(call), logs(call).stats(tenant(call))));
    router.on(
        LogEndpoints.PATTERNS,
        RequestLane.SLOW,
        (call, _) ->
            LogReplies.Patterns.of(
                tenant(call), logs(call).patterns(tenant(call), LogFilters.read(call.query()))));
    router.on(
        LogEndpoints.METRICS,
        RequestLane.SLOW,
        (call, _) -> LogReplies.Metrics.of(tenant(call), logs(call).metrics(tenant(call))));
    router.on(
        LogEndpoints.PROJECT_METRICS,
        RequestLane.SLOW,
        (call, _) -> logs(call).metrics(LogFilters.window(call.query())));
    router.onEvents(LogEndpoints.EVENTS, LogRoutes::events);
    router.on(
        LogEndpoints.SERIES,
        RequestLane.SLOW,
        (call, _) -> projectLogs(call).series(tenant(call), LogSearches.span(call.query())));
    registerProject(router);
  }

  private static void registerProject(Router router) {
    router.on(
        LogEndpoints.PROJECT_LIST,
        RequestLane.SLOW,
        (call, _) -> projectLogs(call).list(search(call), LogSearches.page(call.query())));
    router.on(
        LogEndpoints.PROJECT_PATTERNS,
        RequestLane.SLOW,
        (call, _) -> LogReplies.ProjectPatterns.of(projectLogs(call).patterns(search(call))));
    router.on(
        LogEndpoints.PROJECT_PATTERN,
        RequestLane.SLOW,
        (call, _) -> projectLogs(call).pattern(search(call)));
    router.on(
        LogEndpoints.PROJECT_SERIES,
        RequestLane.SLOW,
        (call, _) -> projectLogs(call).series(LogSearches.span(call.query())));
    router.on(LogEndpoints.UNLIKE, RequestLane.SLOW, (call, _) -> projectLogs(call).unlike());
    router.onEvents(LogEndpoints.PROJECT_EVENTS, LogRoutes::projectEvents);
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

  private static EventStream projectEvents(Call call) {
    return EventStream.<ProjectEntry>of(
        listener -> projectLogs(call).tail(search(call), listener),
        entry -> EventStream.Event.of(Long.toString(entry.entry().id()), entry));
  }

  private static LogSearch search(Call call) {
    return LogSearches.read(call.query());
  }

  private static ProjectLogs projectLogs(Call call) {
    return call.project().projectLogs();
  }

  private static Logs logs(Call call) {
    return call.project().logs();
  }

  private static TenantId tenant(Call call) {
    return TenantId.existing(call.path("id"));
  }
}
