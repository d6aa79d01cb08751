package io.tenantry.core.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.core.databases.QueryRunner;
import io.tenantry.core.recording.RequestRecorder;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.ForeignKeyScript;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.ScriptError;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.core.sqlite.TransactionControl;
import io.tenantry.core.sqlite.WorkspaceGate;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SQL for a workspace, one statement or many: every statement has passed the gate before the first
 * one runs.
 */
record WorkspaceScript(List<Step> steps, Parameters parameters, ForeignKeyScript foreignKeys) {
  /**
   * A statement that passed the gate, and where it stood.
   *
   * @param gated what reaches the database; empty for one that controls a transaction
   * @param control what it does to a transaction
   */
  record Step(
      SqlStatement source,
      int number,
      Optional<GatedStatement> gated,
      Optional<TransactionControl> control) {}

  /**
   * Reads the SQL of a query.
   *
   * @throws EngineException BAD_REQUEST for an empty text, parameters of a script, and what the
   *     gate refuses
   */
  static WorkspaceScript ofQuery(String sql, Parameters parameters) {
    List<SqlStatement> statements = StatementReader.split(sql);
    if (statements.isEmpty()) {
      throw EngineException.badField("query", "query is empty");
    }
    if (statements.size() > 1 && !parameters.isEmpty()) {
      throw EngineException.badField("params", "params need a query of one statement");
    }
    boolean alone = statements.size() == 1;
    if (alone) {
      WorkspaceGate.refuseLoneTemporary(statements.getFirst());
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      steps.add(gate(statements.get(i), i + 1, alone));
    }
    if (steps.stream().allMatch(step -> step.gated().isEmpty())) {
      throw EngineException.badField("query", "query has no statement but those of a transaction");
    }
    ForeignKeyScript foreignKeys = ForeignKeyScript.of(statements, true);
    return new WorkspaceScript(List.copyOf(steps), parameters, foreignKeys);
  }

  /**
   * Checks one statement; one that is alone controls no transaction, and its message names no
   * place.
   */
  private static Step gate(SqlStatement statement, int number, boolean alone) {
    return gate(statement, number, alone, WorkspaceGate::check);
  }

  /** Checks one statement of a script by a gate. */
  static Step gate(
      SqlStatement statement, int number, Function<SqlStatement, GatedStatement> gate) {
    return gate(statement, number, false, gate);
  }

  private static Step gate(
      SqlStatement statement,
      int number,
      boolean alone,
      Function<SqlStatement, GatedStatement> gate) {
    try {
      Optional<TransactionControl> control =
          alone ? Optional.empty() : TransactionControl.parse(statement);
      Optional<GatedStatement> gated =
          control.isPresent() ? Optional.empty() : Optional.of(gate.apply(statement));
      return new Step(statement, number, gated, control);
    } catch (EngineException e) {
      throw placed(e, statement, number, alone);
    }
  }

  boolean onlyReads() {
    return steps.stream()
        .flatMap(step -> step.gated().stream())
        .allMatch(gated -> gated.kind() == StatementKind.READ);
  }

  /** Runs statements that only read. */
  QueryResult read(SqliteDatabase database, int maxRows, Deadline deadline) {
    try (ScriptTransaction transaction = new ScriptTransaction(database, () -> 0, _ -> {})) {
      return runAll(transaction, (_, gated) -> execute(gated, database, maxRows, deadline));
    }
  }

  /** Runs all statements under the eyes of a recorder. */
  QueryResult run(
      SqliteDatabase database, int maxRows, Deadline deadline, RequestRecorder recorder) {
    try (ScriptTransaction transaction =
        new ScriptTransaction(database, recorder::mark, recorder::rewind)) {
      return runAll(
          transaction,
          (source, gated) ->
              recorder.watch(
                  new BoundStatement(source.text(), parameters),
                  () -> execute(gated, database, maxRows, deadline)));
    }
  }

  private QueryResult execute(
      GatedStatement gated, SqliteDatabase database, int maxRows, Deadline deadline) {
    return QueryRunner.run(database, gated, parameters, maxRows, deadline);
  }

  /** Returns the last result with columns, else the last one. */
  private QueryResult runAll(
      ScriptTransaction transaction,
      BiFunction<SqlStatement, GatedStatement, QueryResult> execution) {
    @Nullable QueryResult shown = null;
    for (Step step : steps) {
      Optional<QueryResult> result = runPlaced(step, transaction, execution);
      if (result.isPresent()
          && (shown == null || !result.get().columns().isEmpty() || shown.columns().isEmpty())) {
        shown = result.get();
      }
    }
    transaction.requireEnded();
    if (shown == null) {
      throw new IllegalStateException("a script has at least one statement");
    }
    return shown;
  }

  private Optional<QueryResult> runPlaced(
      Step step,
      ScriptTransaction transaction,
      BiFunction<SqlStatement, GatedStatement, QueryResult> execution) {
    try {
      step.control().ifPresent(transaction::run);
      return step.gated().map(gated -> execution.apply(step.source(), gated));
    } catch (EngineException e) {
      throw placed(e, step.source(), step.number(), steps.size() == 1);
    }
  }

  private static EngineException placed(
      EngineException error, SqlStatement statement, int number, boolean alone) {
    if (!alone) {
      return ScriptError.at(error, statement, number);
    }
    Map<String, Object> details = ScriptError.details(error, statement.offset());
    details.put("line", statement.line());
    details.put("statement", number);
    return new EngineException(error.code(), error.message(), details, error);
  }
}
