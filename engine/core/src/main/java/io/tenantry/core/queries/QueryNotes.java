package io.tenantry.core.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.core.logs.QueryEvent;
import io.tenantry.core.logs.QueryLog;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Has queries noted, and knows from it which statements are quick. Any thread. */
final class QueryNotes {
  private final QueryLog log;
  private final InstantSource clock;
  private final SlowStatements slow = new SlowStatements();

  QueryNotes(QueryLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Returns whether a statement is expected to be quick. */
  boolean isQuick(String sql) {
    return slow.isQuick(sql);
  }

  /** Runs a query and has it noted, whether it fails or not. */
  Optional<QueryResult> logged(Asked asked, Supplier<Optional<QueryResult>> query) {
    long start = System.nanoTime();
    Optional<String> error = Optional.empty();
    boolean ran = false;
    long rows = QueryEvent.NO_ROWS;
    try {
      Optional<QueryResult> result = query.get();
      ran = result.isPresent();
      rows = result.map(QueryNotes::rows).orElse(QueryEvent.NO_ROWS);
      return result;
    } catch (EngineException e) {
      ran = true;
      error = Optional.of(e.message());
      throw e;
    } finally {
      if (ran) {
        slow.took(asked.statement().sql(), System.nanoTime() - start);
        note(asked, error, rows);
      }
    }
  }

  /** Notes a query that failed before it ran. */
  void failed(Asked asked, EngineException error) {
    note(asked, Optional.of(error.message()), QueryEvent.NO_ROWS);
  }

  private static long rows(QueryResult result) {
    return result.columns().isEmpty() ? result.rowsAffected().orElse(0L) : result.rowCount();
  }

  private void note(Asked asked, Optional<String> error, long rows) {
    log.record(
        new QueryEvent(
            asked.route().target().tenantId(),
            asked.route().target().place(),
            asked.statement().sql(),
            asked.source(),
            error,
            System.nanoTime() - asked.since(),
            clock.instant(),
            rows));
  }
}
