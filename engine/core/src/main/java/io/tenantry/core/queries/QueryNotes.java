package io.tenantry.core.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.core.logs.QueryEvent;
import io.tenantry.core.logs.QueryLog;
import io.tenantry.core.sqlite.GatedStatement;
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
  Optional<QueryResult> logged(
      TenantRoute route, GatedStatement statement, Supplier<Optional<QueryResult>> query) {
    return logged(route, statement, System.nanoTime(), query);
  }

  /**
   * Runs a query and has it noted, whether it fails or not.
   *
   * @param asked when it began to wait for its connection
   */
  Optional<QueryResult> logged(
      TenantRoute route,
      GatedStatement statement,
      long asked,
      Supplier<Optional<QueryResult>> query) {
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
        slow.took(statement.sql(), System.nanoTime() - start);
        note(route, statement, error, asked, rows);
      }
    }
  }

  /** Notes a query that failed before it ran. */
  void failed(TenantRoute route, GatedStatement statement, EngineException error, long asked) {
    note(route, statement, Optional.of(error.message()), asked, QueryEvent.NO_ROWS);
  }

  private static long rows(QueryResult result) {
    return result.columns().isEmpty() ? result.rowsAffected().orElse(0L) : result.rowCount();
  }

  private void note(
      TenantRoute route, GatedStatement statement, Optional<String> error, long asked, long rows) {
    log.record(
        new QueryEvent(
            route.target().tenantId(),
            route.target().place(),
            statement.sql(),
            QuerySource.API,
            error,
            System.nanoTime() - asked,
            clock.instant(),
            rows));
  }
}
