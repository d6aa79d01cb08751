package io.tenantry.core.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Access;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.QueryRunner;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.logs.QueryEvent;
import io.tenantry.core.logs.QueryLog;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.StatementKind;
import io.tenantry.core.tenants.TenantTarget;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The parts behind all query services of one engine, whoever is asking. Any thread. */
public final class QueryEngine {
  private final Catalog catalog;
  private final TenantTargetRepository targets;
  private final TenantDatabases databases;
  private final QueryRunner runner;
  private final Lanes lanes;
  private final WorkerPool fanOut;
  private final QueryLog log;
  private final InstantSource clock;
  private final TenantRoutes routes;

  /**
   * Puts the parts together.
   *
   * @param fanOut threads for queries on many tenants
   * @param log takes note of every query
   */
  public QueryEngine(
      Catalog catalog,
      TenantTargetRepository targets,
      TenantDatabases databases,
      Lanes lanes,
      WorkerPool fanOut,
      QueryLog log,
      InstantSource clock) {
    this.catalog = catalog;
    this.targets = targets;
    this.databases = databases;
    this.runner = new QueryRunner(databases);
    this.lanes = lanes;
    this.fanOut = fanOut;
    this.log = log;
    this.clock = clock;
    this.routes = new TenantRoutes(catalog, targets);
  }

  /** A blueprint and those of its databases that a query is for, in catalog order. */
  record Round(BlueprintHead blueprint, List<TenantTarget> targets) {}

  /** Runs a statement on one tenant, on a thread that may wait inside SQLite. */
  QueryResult run(
      Caller caller,
      TenantId tenant,
      WorkspaceName blueprint,
      GatedStatement statement,
      Parameters parameters) {
    return lanes.call(
        Lane.FAST,
        () -> {
          TenantRoute route = routes.queryable(caller.projectId(), tenant, blueprint);
          return logged(
              route,
              statement,
              () ->
                  runner.run(
                      route.file(),
                      statement,
                      parameters,
                      caller.canWrite() ? Access.WRITE : Access.READ,
                      route.limits()));
        });
  }

  /** Runs a query and has it noted, whether it fails or not. */
  private QueryResult logged(
      TenantRoute route, GatedStatement statement, Supplier<QueryResult> query) {
    long start = System.nanoTime();
    Optional<String> error = Optional.empty();
    try {
      return query.get();
    } catch (EngineException e) {
      error = Optional.of(e.message());
      throw e;
    } finally {
      log.record(
          new QueryEvent(
              route.target().tenantId(),
              route.target().place(),
              statement.sql(),
              QuerySource.API,
              error,
              System.nanoTime() - start,
              clock.instant()));
    }
  }

  /** Finds the tenants of a round: the named ones, or all outside the trash. */
  Round round(Caller caller, WorkspaceName blueprint, List<TenantId> tenants) {
    return catalog.read(
        handle -> {
          BlueprintHead head = BlueprintHeads.get(handle, caller.projectId(), blueprint);
          return new Round(
              head,
              tenants.isEmpty()
                  ? targets.all(handle, caller.projectId(), head)
                  : targets.named(handle, caller.projectId(), head, tenants));
        });
  }

  /** Does something for every tenant of a round, several at a time; results in their order. */
  <T> List<T> forEach(Round round, Function<TenantTarget, T> work) {
    return fanOut.map(round.targets(), work);
  }

  /** Runs a statement on one tenant of a round, on the thread that calls. */
  QueryResult visit(
      Round round,
      TenantTarget target,
      GatedStatement statement,
      Parameters parameters,
      int maxRows) {
    TenantRoute route = new TenantRoute(round.blueprint(), target);
    Deadline deadline = Deadline.in(route.limits().timeout());
    boolean writes = statement.kind() != StatementKind.READ;
    return logged(
        route,
        statement,
        () -> {
          try (Lease lease = databases.visit(route.file(), writes, deadline)) {
            return QueryRunner.run(lease.database(), statement, parameters, maxRows, deadline);
          }
        });
  }
}
