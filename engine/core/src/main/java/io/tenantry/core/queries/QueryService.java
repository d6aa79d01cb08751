package io.tenantry.core.queries;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.recovery.PastDatabases;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.StatementGate;
import io.tenantry.core.tenants.TenantTarget;
import java.util.List;
import java.util.Optional;

/** Queries on the tenants of a project with the rights of one caller. Any thread. */
public final class QueryService implements Queries {
  private static final long MOST_ROWS_OF_A_FAN_OUT = 1_000_000;

  private final QueryEngine engine;
  private final PastDatabases past;
  private final Caller caller;

  /** Creates the service for a caller; cheap. */
  public QueryService(QueryEngine engine, PastDatabases past, Caller caller) {
    this.engine = engine;
    this.past = past;
    this.caller = caller;
  }

  @Override
  public QueryResult tenant(TenantQuery query) {
    caller.requireRead();
    return run(query);
  }

  @Override
  public QueryResult admin(TenantQuery query) {
    caller.requireAdmin();
    query.requireNow();
    return run(query);
  }

  private QueryResult run(TenantQuery query) {
    requireReach(query.tenant(), query.blueprint());
    GatedStatement statement = StatementGate.check(query.query());
    return query.asOf().isPresent()
        ? engine.past(caller, query, statement, past)
        : engine.run(caller, query.tenant(), query.blueprint(), statement, query.params());
  }

  @Override
  public List<TenantAnswer> adminAll(FanOutQuery query) {
    caller.requireAdmin();
    if (query.tenants().isEmpty()) {
      caller.requireWorkspace(query.blueprint());
    }
    query.tenants().forEach(tenant -> requireReach(tenant, query.blueprint()));
    GatedStatement statement = StatementGate.check(query.query());
    QueryEngine.Round round = engine.round(caller, query.blueprint(), query.tenants());
    RowBudget budget = new RowBudget(MOST_ROWS_OF_A_FAN_OUT);
    return engine.forEach(round, target -> answer(round, target, statement, query, budget));
  }

  private TenantAnswer answer(
      QueryEngine.Round round,
      TenantTarget target,
      GatedStatement statement,
      FanOutQuery query,
      RowBudget budget) {
    try {
      int maxRows = budget.next(round.blueprint().deployed().maxRowsPerQuery());
      QueryResult result = engine.visit(round, target, statement, query.params(), maxRows);
      budget.used(result.rowCount());
      return new TenantAnswer(target.tenant(), Optional.of(result), Optional.empty());
    } catch (EngineException e) {
      return new TenantAnswer(target.tenant(), Optional.empty(), Optional.of(e.message()));
    }
  }

  private void requireReach(TenantId tenant, WorkspaceName blueprint) {
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireTenant(tenant, List.of());
    } else {
      caller.requireWorkspace(blueprint);
    }
  }
}
