package io.tenantry.wire.logs;

import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.wire.QueryParameters;
import java.util.Optional;

/** A log filter as query parameters, and back. */
public final class LogFilters {
  private LogFilters() {}

  /** Writes a filter; what does not restrict is left out. */
  public static QueryParameters write(LogFilter filter) {
    QueryParameters parameters = QueryParameters.none();
    parameters = add(parameters, "type", filter.type().map(LogType::code));
    parameters = add(parameters, "search", filter.search());
    parameters = add(parameters, "source", filter.source().map(QuerySource::code));
    return add(parameters, "since", filter.since().map(LogWindow::code));
  }

  /** Reads a filter; a bad value is BAD_REQUEST naming the parameter. */
  public static LogFilter read(QueryParameters parameters) {
    return new LogFilter(
        parameters.coded("type", LogType.class),
        parameters.text("search"),
        parameters.coded("source", QuerySource.class),
        parameters.coded("since", LogWindow.class));
  }

  /** Reads how many entries are wanted. */
  public static int limit(QueryParameters parameters) {
    return parameters.integer("limit").orElse(Logs.DEFAULT_LIMIT);
  }

  /** Reads how many entries to leave out. */
  public static int offset(QueryParameters parameters) {
    return parameters.integer("offset").orElse(0);
  }

  /** Reads the window of metrics; a day unless said otherwise. */
  public static LogWindow window(QueryParameters parameters) {
    return parameters.coded("since", LogWindow.class).orElse(LogWindow.DAY);
  }

  private static QueryParameters add(
      QueryParameters parameters, String name, Optional<String> value) {
    return value.isPresent() ? parameters.with(name, value.get()) : parameters;
  }
}
