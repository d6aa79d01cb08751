package io.tenantry.app.screens.query;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.Workspaces;
import java.time.Duration;
import java.util.List;

/** Runs a text at its target and shapes the answer. Worker thread. */
public final class QueryRunning {
  private final Queries queries;
  private final Workspaces workspaces;

  public QueryRunning(Queries queries, Workspaces workspaces) {
    this.queries = queries;
    this.workspaces = workspaces;
  }

  QueryOutcome run(QueryTarget target, String sql) {
    long start = System.nanoTime();
    return switch (target) {
      case QueryTarget.OneTenant(TenantId tenant, WorkspaceName blueprint) ->
          single(queries.tenant(new TenantQuery(tenant, blueprint, sql)));
      case QueryTarget.InWorkspace(WorkspaceName workspace) ->
          single(workspaces.query(workspace, new WorkspaceQuery(sql)).result());
      case QueryTarget.AllTenants(WorkspaceName blueprint) ->
          many(queries.adminAll(new FanOutQuery(blueprint, sql)), start);
      case QueryTarget.SomeTenants(List<TenantId> tenants, WorkspaceName blueprint) ->
          many(
              queries.adminAll(new FanOutQuery(blueprint, sql, Parameters.none(), tenants)), start);
    };
  }

  private static QueryOutcome single(QueryResult result) {
    String summary =
        result.columns().isEmpty()
            ? Text.of("query.affected", count(result.rowsAffected().orElse(0L)))
            : count(result.rowCount());
    return new QueryOutcome.Rows(
        AnswerGrid.of(result.columns(), result.types(), result.rows()),
        summary,
        result.truncated(),
        Duration.ofNanos(Math.round(result.durationMs() * 1e6)),
        List.of());
  }

  private static QueryOutcome many(List<TenantAnswer> answers, long start) {
    MergedAnswers merged = MergedAnswers.of(answers);
    String rows = count(merged.rows().size() - merged.failed());
    String tenants = Figures.count(merged.tenants(), "tenant", "tenants");
    String summary =
        merged.failed() == 0
            ? Text.of("query.many", rows, tenants)
            : Text.of("query.manyFailed", rows, tenants, Figures.count(merged.failed()));
    return new QueryOutcome.Rows(
        AnswerGrid.of(merged.columns(), merged.types(), merged.rows()),
        summary,
        merged.truncated(),
        Duration.ofNanos(System.nanoTime() - start),
        FoldedAnswer.fold(answers));
  }

  private static String count(long rows) {
    return Figures.count(rows, "row", "rows");
  }
}
