package io.tenantry.wire.logs;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.recovery.Timestamps;
import java.time.Instant;
import java.util.Optional;

/** What is wanted of a project's log as query parameters, and back. */
public final class LogSearches {
  private LogSearches() {}

  /** Writes a search; what does not restrict is left out. */
  public static QueryParameters write(LogSearch search) {
    return QueryParameters.none()
        .with("tenant", search.tenant())
        .with("blueprint", search.blueprint())
        .with("type", search.type().map(LogType::code))
        .with("source", search.source().map(QuerySource::code))
        .with("search", search.text())
        .with("pattern", search.pattern())
        .with("from", search.from())
        .with("until", search.until());
  }

  /** Reads a search; a bad value is BAD_REQUEST naming the parameter. */
  public static LogSearch read(QueryParameters parameters) {
    return new LogSearch(
        parameters.text("tenant").map(TenantId::existing),
        parameters.text("blueprint").map(WorkspaceName::existingBlueprint),
        parameters.coded("type", LogType.class),
        parameters.coded("source", QuerySource.class),
        parameters.text("search"),
        parameters.text("pattern"),
        instant(parameters, "from"),
        instant(parameters, "until"));
  }

  /** Writes which part is wanted. */
  public static QueryParameters write(LogSearch search, LogPageRequest request) {
    return write(search)
        .with("up_to", request.upTo())
        .with("offset", request.offset())
        .with("limit", request.limit())
        .with("counted", request.counted());
  }

  /** Reads which part is wanted. */
  public static LogPageRequest page(QueryParameters parameters) {
    return new LogPageRequest(
        parameters.longNumber("up_to"),
        parameters.longNumber("offset").orElse(0L),
        parameters.integer("limit").orElse(Logs.DEFAULT_LIMIT),
        parameters.flag("counted"));
  }

  /** Writes a time. */
  public static QueryParameters write(LogSpan span) {
    return QueryParameters.none().with("from", span.from()).with("until", span.until());
  }

  /** Reads a time. */
  public static LogSpan span(QueryParameters parameters) {
    return new LogSpan(required(parameters, "from"), required(parameters, "until"));
  }

  private static Instant required(QueryParameters parameters, String name) {
    return instant(parameters, name)
        .orElseThrow(() -> EngineException.badField(name, name + " is required"));
  }

  private static Optional<Instant> instant(QueryParameters parameters, String name) {
    return parameters.text(name).map(text -> Timestamps.read(name, text));
  }
}
