package io.tenantry.core.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.core.databases.QueryRunner;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Statements that run one after the other on one connection, within one deadline. */
record StatementBatch(SqliteDatabase database, int maxRows, Deadline deadline, Noting noting) {

  /** Has a query noted, whether it fails or not. */
  interface Noting {
    QueryResult logged(GatedStatement statement, Supplier<QueryResult> query);
  }

  List<QueryResult> run(List<QueryEngine.Statement> statements) {
    List<QueryResult> results = new ArrayList<>(statements.size());
    for (QueryEngine.Statement statement : statements) {
      try {
        results.add(noting.logged(statement.text(), () -> run(statement)));
      } catch (EngineException e) {
        throw e.with(QueryEngine.STATEMENT, results.size());
      }
    }
    return results;
  }

  private QueryResult run(QueryEngine.Statement statement) {
    return QueryRunner.run(database, statement.text(), statement.parameters(), maxRows, deadline);
  }
}
