package io.tenantry.core.logs;

/** Takes note of queries on tenant databases. Any thread; never waits and never fails. */
public interface QueryLog {
  /** Remembers nothing. */
  QueryLog NONE = event -> {};

  /** Takes note of a query that ended. */
  void record(QueryEvent event);
}
