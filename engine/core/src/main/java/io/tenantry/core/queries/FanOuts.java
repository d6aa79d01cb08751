package io.tenantry.core.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.QueryRunner;
import io.tenantry.core.databases.StatementStop;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.databases.Waiting;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.tenants.TenantTarget;
import io.tenantry.core.tenants.TenantTargetRepository;
import io.tenantry.sql.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/** Runs statements on many tenants, several at a time. Any thread. */
final class FanOuts {
  private static final int MOST_OPEN = 64;
  private static final long MOST_ROWS_COLLECTED = 1_000_000;

  private final Catalog catalog;
  private final TenantTargetRepository targets;
  private final TenantDatabases databases;
  private final WorkerPool pool;
  private final DatabaseRoutes routes;
  private final QueryNotes notes;
  private final Hold hold;
  private final Semaphore open = new Semaphore(MOST_OPEN);

  FanOuts(
      Catalog catalog,
      TenantTargetRepository targets,
      TenantDatabases databases,
      WorkerPool pool,
      DatabaseRoutes routes,
      QueryNotes notes,
      Hold hold) {
    this.catalog = catalog;
    this.targets = targets;
    this.databases = databases;
    this.pool = pool;
    this.routes = routes;
    this.notes = notes;
    this.hold = hold;
  }

  /** A statement and those of a blueprint's databases that it is for, in catalog order. */
  private record Round(
      BlueprintHead blueprint,
      List<TenantTarget> targets,
      long asOf,
      GatedStatement statement,
      FanOutQuery query,
      RowBudget budget) {}

  /** Starts a fan-out whose answers flow; errors as {@code Queries.fanOut}. */
  FanOutRun flowing(Caller caller, FanOutQuery query, GatedStatement statement) {
    if (!open.tryAcquire()) {
      throw Waiting.tooMany("too many queries on many tenants are open; close one first");
    }
    boolean started = false;
    try {
      FanOutRun run = run(round(caller, query, statement, RowBudget.unlimited()), open::release);
      started = true;
      return run;
    } finally {
      if (!started) {
        open.release();
      }
    }
  }

  /** Starts a fan-out whose answers are collected; errors as {@code Queries.adminAll}. */
  FanOutRun collected(Caller caller, FanOutQuery query, GatedStatement statement) {
    return run(round(caller, query, statement, new RowBudget(MOST_ROWS_COLLECTED)), () -> {});
  }

  private FanOutRun run(Round round, Runnable afterwards) {
    return new FanOutRun(
            pool,
            round.targets(),
            (position, target, stop) -> ask(round, position, target, stop),
            afterwards)
        .start();
  }

  /** Finds the tenants: the named ones, or all outside the trash. */
  private Round round(
      Caller caller, FanOutQuery query, GatedStatement statement, RowBudget budget) {
    long changes = catalog.changes();
    return catalog.read(
        handle -> {
          BlueprintHead head = BlueprintHeads.get(handle, caller.projectId(), query.blueprint());
          List<TenantTarget> all =
              query.tenants().isEmpty()
                  ? targets.all(handle, caller.projectId(), head)
                  : targets.named(handle, caller.projectId(), head, query.tenants());
          return new Round(head, all, changes, statement, query, budget);
        });
  }

  private Optional<FanOutAnswer> ask(
      Round round, int position, TenantTarget target, StatementStop stop) {
    try {
      int maxRows = round.budget().next(round.blueprint().deployed().maxRowsPerQuery());
      QueryResult result = visit(round, target, maxRows, stop);
      round.budget().used(result.rowCount());
      return Optional.of(new FanOutAnswer(position, TenantAnswer.of(target.tenant(), result)));
    } catch (EngineException e) {
      return stop.wasInterrupted()
          ? Optional.empty()
          : Optional.of(
              new FanOutAnswer(position, TenantAnswer.of(target.tenant(), PartFailure.of(e))));
    } catch (CancellationException neverBegan) {
      return Optional.empty();
    }
  }

  private QueryResult visit(Round round, TenantTarget target, int maxRows, StatementStop stop) {
    TenantRoute known = new TenantRoute(round.blueprint(), target, round.asOf());
    return hold.run(target.tenant(), () -> attempt(round, routes.current(known), maxRows, stop));
  }

  /** Runs the statement, unless the tenant is moving or was moved before it had a connection. */
  private Optional<QueryResult> attempt(
      Round round, TenantRoute route, int maxRows, StatementStop stop) {
    if (route.isMoving()) {
      return Optional.empty();
    }
    route.target().requireQueryable();
    Deadline deadline = Deadline.in(route.limits().timeout());
    boolean writes = round.statement().kind() != StatementKind.READ;
    int rows = Math.min(maxRows, route.limits().maxRows());
    return notes.logged(
        Asked.now(route, round.statement(), QuerySource.API),
        () ->
            routes
                .lease(route, () -> databases.visit(route.file(), writes, deadline))
                .map(lease -> run(lease, round, rows, deadline, stop)));
  }

  private static QueryResult run(
      Lease leased, Round round, int maxRows, Deadline deadline, StatementStop stop) {
    try (Lease lease = leased) {
      return QueryRunner.run(
          lease.database(), round.statement(), round.query().params(), maxRows, deadline, stop);
    }
  }
}
