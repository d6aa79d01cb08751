package io.tenantry.core.sessions;

import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.Turn;
import io.tenantry.core.logs.QueryEvent;
import io.tenantry.core.queries.DatabaseRoutes;
import io.tenantry.core.queries.Hold;
import io.tenantry.core.queries.TenantRoute;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.StatementGate;
import io.tenantry.sql.SqlStatement;
import java.util.Optional;
import java.util.function.Function;

/** A tenant's database of a blueprint: rows are read and changed, its schema never. */
final class TenantSessionTarget implements Target {
  private final SessionParts parts;
  private final DatabaseRoutes routes;
  private final Hold hold;
  private final Key key;

  private record Key(ProjectId project, TenantId tenant, WorkspaceName blueprint) {}

  TenantSessionTarget(
      SessionParts parts,
      DatabaseRoutes routes,
      Hold hold,
      ProjectId project,
      TenantId tenant,
      WorkspaceName blueprint) {
    this.parts = parts;
    this.routes = routes;
    this.hold = hold;
    this.key = new Key(project, tenant, blueprint);
  }

  @Override
  public Object key() {
    return key;
  }

  @Override
  public int maxSessions() {
    return route().blueprint().deployed().maxConnections();
  }

  private TenantRoute route() {
    return routes
        .known(key.project, key.tenant, key.blueprint)
        .orElseGet(
            () ->
                parts
                    .lanes()
                    .call(Lane.FAST, () -> routes.find(key.project, key.tenant, key.blueprint)));
  }

  @Override
  public boolean recordsSchema() {
    return false;
  }

  @Override
  public GatedStatement gate(SqlStatement statement, Caller caller) {
    return StatementGate.check(statement);
  }

  @Override
  public <T> T connect(Caller caller, boolean writes, Function<Link, T> work) {
    return hold.run(key.tenant, () -> attempt(writes, work));
  }

  private <T> Optional<T> attempt(boolean writes, Function<Link, T> work) {
    TenantRoute route = route();
    if (route.isMoving()) {
      return Optional.empty();
    }
    route.target().requireQueryable();
    Deadline deadline = Deadline.in(route.limits().timeout());
    try (Turn turn = parts.databases().turn(route.file(), writes, deadline)) {
      Connecting<T> connecting = new Connecting<>(work);
      return parts
          .lanes()
          .statement(
              route.file().path(),
              deadline,
              () ->
                  routes
                      .lease(route, () -> turn.lease(deadline))
                      .map(lease -> connecting.on(new TenantLink(lease, route))),
              connecting::close);
    }
  }

  /** Whoever moves the database waits for the transaction, so that one may go on. */
  @Override
  public void requireUsable() {
    TenantRoute route = route();
    if (!route.isMoving()) {
      route.target().requireQueryable();
    }
  }

  @Override
  public <T> T onLink(Link link, Function<Link, T> work) {
    return parts
        .lanes()
        .statement(link.file(), link.deadline(), () -> work.apply(link), link::close);
  }

  private final class TenantLink extends Link {
    private final TenantRoute route;

    TenantLink(Lease lease, TenantRoute route) {
      super(lease, route.limits());
      this.route = route;
    }

    @Override
    void begin() {
      database().begin();
    }

    @Override
    DatabaseResult run(GatedStatement gated, DatabaseStatement statement, AnswerBudget budget) {
      return runHere(gated, statement, budget);
    }

    @Override
    void commit() {
      database().commit();
    }

    @Override
    int mark() {
      return 0;
    }

    @Override
    void rewind(int mark) {
      // A tenant's schema does not change here.
    }

    @Override
    void note(String sql, Optional<String> error, long nanos, long rows) {
      parts
          .log()
          .record(
              new QueryEvent(
                  route.target().tenantId(),
                  route.target().place(),
                  sql,
                  QuerySource.PROXY,
                  error,
                  nanos,
                  parts.clock().instant(),
                  rows));
    }
  }
}
