package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.app.recorded.RecordedRequest;
import io.tenantry.app.rows.ResultData;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import java.time.Duration;
import java.util.Optional;

/**
 * What SQL that ran to its end has brought.
 *
 * @param rows its rows; empty for a statement without
 * @param summary rows and time, or rows changed and time
 * @param state how the schema stands after it
 * @param told what there is to say of changes of the schema; empty when there is nothing
 */
record SqlAnswer(
    Optional<GridData> rows,
    String summary,
    SchemaState state,
    Optional<RecordedRequest> told) {

  static SqlAnswer of(WorkspaceName workspace, WorkspaceQueryResult answer) {
    QueryResult result = answer.result();
    boolean rows = !result.columns().isEmpty();
    return new SqlAnswer(
        rows ? Optional.of(ResultData.of(result)) : Optional.empty(),
        summary(result, rows, answer.maxRowsLimit()),
        SchemaState.of(answer),
        RecordedRequest.of(workspace, answer));
  }

  static SqlAnswer of(WorkspaceName workspace, SchemaImport done, SchemaState state) {
    int statements = done.details().statementsExecuted();
    return new SqlAnswer(
        Optional.empty(),
        Text.of("workspace.sql.statements", statements),
        state,
        RecordedRequest.of(
            workspace,
            state.version(),
            new RecordedChanges(done.dataStatements(), done.warnings())));
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
