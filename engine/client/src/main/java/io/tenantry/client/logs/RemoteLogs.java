package io.tenantry.client.logs;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogPage;
import io.tenantry.contract.logs.LogStats;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.ProjectMetrics;
import io.tenantry.contract.logs.QueryPattern;
import io.tenantry.contract.logs.TenantMetrics;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.logs.LogEndpoints;
import io.tenantry.wire.logs.LogFilters;
import java.util.List;
import java.util.Optional;

/** Query logs over HTTP. */
public final class RemoteLogs implements Logs {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteLogs(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public LogPage list(TenantId tenant, LogFilter filter, int limit, int offset) {
    QueryParameters query = LogFilters.write(filter).with("limit", limit).with("offset", offset);
    return calls.call(LogEndpoints.LIST, query, tenant).page();
  }

  @Override
  public LogStats stats(TenantId tenant) {
    return calls.call(LogEndpoints.STATS, tenant).stats();
  }

  @Override
  public List<QueryPattern> patterns(TenantId tenant, LogFilter filter) {
    return calls.call(LogEndpoints.PATTERNS, LogFilters.write(filter), tenant).patterns();
  }

  @Override
  public TenantMetrics metrics(TenantId tenant) {
    return calls.call(LogEndpoints.METRICS, tenant).metrics();
  }

  @Override
  public ProjectMetrics metrics(LogWindow window) {
    return calls.call(
        LogEndpoints.PROJECT_METRICS, QueryParameters.none().with("since", window.code()));
  }

  @Override
  public Subscription tail(TenantId tenant, LogFilter filter, Listener<LogEntry> listener) {
    LogFilter ofAnyTime =
        new LogFilter(filter.type(), filter.search(), filter.source(), Optional.empty());
    long newest =
        list(tenant, LogFilter.none(), 1, 0).logs().stream()
            .mapToLong(LogEntry::id)
            .findFirst()
            .orElse(-1);
    return calls.follow(
        LogEndpoints.EVENTS,
        LogFilters.write(ofAnyTime),
        new FollowedLog<>(
            LogEntry.class,
            LogEntry::id,
            newest,
            (offset, limit) -> list(tenant, ofAnyTime, limit, offset).logs()),
        listener,
        tenant);
  }
}
