package io.tenantry.core.sessions;

import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.core.access.Caller;
import io.tenantry.core.sqlite.ScriptError;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.core.sqlite.TransactionControl;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import java.util.List;

/** A script: all statements of a text, each checked before the first one runs. */
final class ScriptRun {
  private final Target target;
  private final Statements statements;
  private final Caller caller;
  private final List<SqlStatement> script;
  private boolean controls;
  private boolean writes;

  ScriptRun(Target target, Statements statements, Caller caller, String sql) {
    this.target = target;
    this.statements = statements;
    this.caller = caller;
    this.script = StatementReader.split(sql);
  }

  void run() {
    for (int i = 0; i < script.size(); i++) {
      check(i);
    }
    boolean together = statements.isOutside() && !controls && script.size() > 1;
    if (together) {
      statements.together(writes && caller.canWrite(), statements.wants(script), this::runAll);
    } else {
      runAll();
    }
  }

  private void check(int index) {
    SqlStatement statement = script.get(index);
    try {
      if (TransactionControl.parse(statement).isPresent()) {
        controls = true;
      } else {
        writes |= target.gate(statement, caller).kind() != StatementKind.READ;
      }
    } catch (EngineException e) {
      throw ScriptError.at(e, statement, index + 1);
    }
  }

  private boolean runAll() {
    for (int i = 0; i < script.size(); i++) {
      SqlStatement statement = script.get(i);
      try {
        statements.run(
            caller,
            statement,
            new DatabaseStatement(statement.text(), Parameters.none(), false),
            () -> false);
      } catch (EngineException e) {
        throw ScriptError.at(e, statement, i + 1);
      }
    }
    return true;
  }
}
