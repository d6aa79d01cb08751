package io.tenantry.core.sessions;

import io.tenantry.contract.databases.DatabaseColumn;
import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One statement on one connection. Its answer is whole or an error: a protocol without a word for
 * "cut" must not cut. A change whose answer is too large is taken back.
 */
final class StatementRun {
  private static final Logger LOG = LoggerFactory.getLogger(StatementRun.class);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String GUARD = "\"tenantry answer\"";

  private final SqliteDatabase database;
  private final GatedStatement gated;
  private final DatabaseStatement statement;
  private final int maxRows;
  private final AnswerBudget budget;

  StatementRun(
      SqliteDatabase database,
      GatedStatement gated,
      DatabaseStatement statement,
      int maxRows,
      AnswerBudget budget) {
    this.database = database;
    this.gated = gated;
    this.statement = statement;
    this.maxRows = maxRows;
    this.budget = budget;
  }

  DatabaseResult run(Deadline deadline) {
    return database.within(deadline, this::run);
  }

  private DatabaseResult run() {
    long start = System.nanoTime();
    try (SqliteStatement prepared = gated.prepareOn(database)) {
      prepared.bind(statement.parameters());
      boolean writes = gated.kind() == StatementKind.WRITE;
      boolean guarded = writes && !prepared.columns().isEmpty();
      List<List<Value>> rows = guarded ? guarded(prepared) : rows(prepared);
      long changes = writes ? database.changes() : 0;
      boolean inserted = gated.inserts() && changes > 0;
      return new DatabaseResult(
          columns(prepared),
          rows,
          changes,
          inserted ? Optional.of(database.lastInsertRowId()) : Optional.empty(),
          (System.nanoTime() - start) / NANOS_PER_MILLI);
    }
  }

  /** A change has happened before its first row comes; with an error nothing of it stays. */
  private List<List<Value>> guarded(SqliteStatement prepared) {
    if (!database.isInTransaction()) {
      return database.transaction(() -> rows(prepared));
    }
    database.execute("SAVEPOINT " + GUARD);
    boolean done = false;
    try {
      List<List<Value>> rows = rows(prepared);
      database.execute("RELEASE " + GUARD);
      done = true;
      return rows;
    } finally {
      if (!done) {
        prepared.reset();
        takeBack();
      }
    }
  }

  /** Throws nothing: it runs behind the error that matters. */
  private void takeBack() {
    try {
      database.execute("ROLLBACK TO " + GUARD);
      database.execute("RELEASE " + GUARD);
    } catch (EngineException e) {
      LOG.debug("the transaction is gone as a whole", e);
    }
  }

  private List<List<Value>> rows(SqliteStatement prepared) {
    List<List<Value>> rows = new ArrayList<>();
    while (prepared.step()) {
      if (!statement.wantRows()) {
        continue;
      }
      if (rows.size() >= maxRows) {
        throw AnswerBudget.tooLarge("query failed: more than " + maxRows + " rows");
      }
      List<Value> row = prepared.row();
      long bytes = 0;
      for (Value value : row) {
        bytes += SqliteStatement.sizeOf(value);
      }
      budget.take(bytes);
      rows.add(row);
    }
    prepared.reset();
    return rows;
  }

  static List<DatabaseColumn> columns(SqliteStatement prepared) {
    List<String> names = prepared.columns();
    List<Optional<String>> types = prepared.declaredTypes();
    List<DatabaseColumn> columns = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      columns.add(new DatabaseColumn(names.get(i), types.get(i)));
    }
    return columns;
  }
}
