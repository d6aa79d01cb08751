package io.tenantry.client.logs;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.PatternDetail;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogPage;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.ProjectPattern;
import io.tenantry.contract.logs.UnlikeTenants;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.logs.LogEndpoints;
import io.tenantry.wire.logs.LogSearches;
import java.util.List;
import java.util.Optional;

/** The query log of a whole project over HTTP. */
public final class RemoteProjectLogs implements ProjectLogs {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteProjectLogs(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public ProjectLogPage list(LogSearch search, LogPageRequest request) {
    return calls.call(LogEndpoints.PROJECT_LIST, LogSearches.write(search, request));
  }

  @Override
  public List<ProjectPattern> patterns(LogSearch search) {
    return calls.call(LogEndpoints.PROJECT_PATTERNS, LogSearches.write(search)).patterns();
  }

  @Override
  public PatternDetail pattern(LogSearch search) {
    return calls.call(LogEndpoints.PROJECT_PATTERN, LogSearches.write(search));
  }

  @Override
  public LogSeries series(LogSpan span) {
    return calls.call(LogEndpoints.PROJECT_SERIES, LogSearches.write(span));
  }

  @Override
  public LogSeries series(TenantId tenant, LogSpan span) {
    return calls.call(LogEndpoints.SERIES, LogSearches.write(span), tenant);
  }

  @Override
  public UnlikeTenants unlike() {
    return calls.call(LogEndpoints.UNLIKE);
  }

  @Override
  public Subscription tail(LogSearch search, Listener<ProjectEntry> listener) {
    LogSearch ofAnyTime =
        new LogSearch(
            search.tenant(),
            search.blueprint(),
            search.type(),
            search.source(),
            search.text(),
            search.pattern(),
            Optional.empty(),
            Optional.empty());
    long newest =
        list(LogSearch.all(), new LogPageRequest(Optional.empty(), 0, 1, false))
            .newest()
            .orElse(-1L);
    return calls.follow(
        LogEndpoints.PROJECT_EVENTS,
        LogSearches.write(ofAnyTime),
        new FollowedLog<>(
            ProjectEntry.class,
            entry -> entry.entry().id(),
            newest,
            (offset, limit) ->
                list(ofAnyTime, new LogPageRequest(Optional.empty(), offset, limit, false)).logs()),
        listener);
  }
}
