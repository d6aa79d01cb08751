package io.tenantry.core.queries;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.queries.FanOut;
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
import io.tenantry.sql.StatementKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Queries on the tenants of a project with the rights of one caller. Any thread. */
public final class QueryService implements Queries {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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
    if (query.source() == QuerySource.CONSOLE && statement.kind() != StatementKind.READ) {
      throw EngineException.badField("source", "source console is for statements that read");
    }
    return query.asOf().isPresent()
        ? engine.past(caller, query, statement, past)
        : engine.run(caller, query, statement);
  }

  @Override
  public List<TenantAnswer> adminAll(FanOutQuery query) {
    try (FanOut run = engine.fanOuts().collected(caller, query, reached(query))) {
      TenantAnswer[] answers = new TenantAnswer[run.progress().total()];
      while (!run.isOver()) {
        run.next(PATIENCE).ifPresent(next -> answers[next.position()] = next.answer());
      }
      return Arrays.asList(answers);
    }
  }

  @Override
  public FanOut fanOut(FanOutQuery query) {
    return engine.fanOuts().flowing(caller, query, reached(query));
  }

  /** Checks that the caller may ask all tenants of the query; returns its statement. */
  private GatedStatement reached(FanOutQuery query) {
    caller.requireAdmin();
    if (query.tenants().isEmpty()) {
      caller.requireWorkspace(query.blueprint());
    }
    query.tenants().forEach(tenant -> requireReach(tenant, query.blueprint()));
    return StatementGate.check(query.query());
  }

  private void requireReach(TenantId tenant, WorkspaceName blueprint) {
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireTenant(tenant, List.of());
    } else {
      caller.requireWorkspace(blueprint);
    }
  }
}
