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
import io.tenantry.core.sqlite.WorkspaceGate;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SQL for a workspace, one statement or many: every statement has passed the gate before the first
 * one runs.
 */
record WorkspaceScript(List<Step> steps, Parameters parameters, ForeignKeyScript foreignKeys) {
  private static final Set<String> FRAMES =
      Set.of("BEGIN", "COMMIT", "END", "SAVEPOINT", "RELEASE");

  /** A statement that passed the gate, and where it stood. */
  record Step(SqlStatement source, int number, GatedStatement gated) {}

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
      SqlStatement statement = statements.get(i);
      boolean frames = !alone && FRAMES.contains(statement.verb());
      if (!frames) {
        steps.add(gate(statement, i + 1, alone));
      }
    }
    if (steps.isEmpty()) {
      throw EngineException.badField("query", "query has no statement but those of a transaction");
    }
    ForeignKeyScript foreignKeys = ForeignKeyScript.of(statements, true);
    return new WorkspaceScript(List.copyOf(steps), parameters, foreignKeys);
  }

  /** Checks one statement; {@code alone} leaves the place out of the message. */
  static Step gate(SqlStatement statement, int number, boolean alone) {
    try {
      return new Step(statement, number, WorkspaceGate.check(statement));
    } catch (EngineException e) {
      throw placed(e, statement, number, alone);
    }
  }

  boolean onlyReads() {
    return steps.stream().allMatch(step -> step.gated().kind() == StatementKind.READ);
  }

  /** Runs statements that only read. */
  QueryResult read(SqliteDatabase database, int maxRows, Deadline deadline) {
    return runAll(step -> execute(step, database, maxRows, deadline));
  }

  /** Runs all statements under the eyes of a recorder. */
  QueryResult run(
      SqliteDatabase database, int maxRows, Deadline deadline, RequestRecorder recorder) {
    return runAll(
        step ->
            recorder.watch(
                new BoundStatement(step.source().text(), parameters),
                () -> execute(step, database, maxRows, deadline)));
  }

  private QueryResult execute(Step step, SqliteDatabase database, int maxRows, Deadline deadline) {
    return QueryRunner.run(database, step.gated(), parameters, maxRows, deadline);
  }

  /** Returns the last result with columns, else the last one. */
  private QueryResult runAll(Function<Step, QueryResult> execution) {
    @Nullable QueryResult shown = null;
    for (Step step : steps) {
      QueryResult result = runPlaced(step, execution);
      if (shown == null || !result.columns().isEmpty() || shown.columns().isEmpty()) {
        shown = result;
      }
    }
    if (shown == null) {
      throw new IllegalStateException("a script has at least one statement");
    }
    return shown;
  }

  private QueryResult runPlaced(Step step, Function<Step, QueryResult> execution) {
    try {
      return execution.apply(step);
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
