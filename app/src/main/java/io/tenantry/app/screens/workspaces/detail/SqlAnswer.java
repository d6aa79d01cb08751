package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.app.rows.ResultData;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What SQL that ran to its end has brought.
 *
 * @param rows its rows; empty for a statement without
 * @param summary rows and time, or rows changed and time
 * @param state how the schema stands after it
 * @param data the data statements that came with changes of the schema
 * @param warnings what the changes do to tenants with rows
 */
record SqlAnswer(
    Optional<GridData> rows,
    String summary,
    SchemaState state,
    List<DataStatement> data,
    List<ChangeWarning> warnings) {

  static SqlAnswer of(WorkspaceQueryResult answer) {
    QueryResult result = answer.result();
    boolean rows = !result.columns().isEmpty();
    return new SqlAnswer(
        rows ? Optional.of(ResultData.of(result)) : Optional.empty(),
        summary(result, rows, answer.maxRowsLimit()),
        SchemaState.of(answer),
        answer.dataStatements(),
        answer.warnings());
  }

  static SqlAnswer of(SchemaImport done, SchemaState state) {
    int statements = done.details().statementsExecuted();
    return new SqlAnswer(
        Optional.empty(),
        Text.of("workspace.sql.statements", statements),
        state,
        done.dataStatements(),
        done.warnings());
  }

  private static String summary(QueryResult result, boolean rows, int limit) {
    String took = Figures.duration(Duration.ofNanos((long) (result.durationMs() * 1e6)));
    if (rows && result.truncated()) {
      return Text.of("workspace.sql.cut", Figures.count(limit), took);
    }
    if (rows) {
      return Text.of("workspace.sql.rows", result.rowCount(), took);
    }
    return result
        .rowsAffected()
        .map(count -> Text.of("workspace.sql.affected", count, took))
        .orElseGet(() -> Text.of("workspace.sql.done", took));
  }
}
