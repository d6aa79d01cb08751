package io.tenantry.core.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.QueryRunner;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.databases.Turn;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.logs.QueryLog;
import io.tenantry.core.recovery.PastDatabases;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantTargetRepository;
import io.tenantry.sql.StatementKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The parts behind all query services of one engine, whoever is asking. Any thread. */
public final class QueryEngine {
  private static final int MOST_ROWS = Integer.MAX_VALUE; // the blueprint's limit holds

  private final TenantDatabases databases;
  private final Lanes lanes;
  private final QueryLog log;
  private final DatabaseRoutes routes;
  private final QueryNotes notes;
  private final Hold hold;
  private final FanOuts fanOuts;

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
    this.databases = databases;
    this.lanes = lanes;
    this.log = log;
    this.notes = new QueryNotes(log, clock);
    this.routes = new DatabaseRoutes(catalog, targets);
    this.hold = new Hold(catalog);
    this.fanOuts = new FanOuts(catalog, targets, databases, fanOut, routes, notes, hold);
  }

  /** Detail of an error in a batch: the place of the statement that failed, from 0. */
  public static final String STATEMENT = "statement";

  /** Returns how databases are found, for other features that use them as their users do. */
  public DatabaseRoutes routes() {
    return routes;
  }

  /** Returns queries on many tenants. */
  FanOuts fanOuts() {
    return fanOuts;
  }

  /** Returns what takes note of queries. */
  public QueryLog log() {
    return log;
  }

  /** A statement that passed the gate, and the values of its parameters. */
  public record Statement(GatedStatement text, Parameters parameters) {}

  /** Runs a statement on one tenant; errors as {@code Queries.tenant}. */
  public QueryResult run(
      Caller caller, TenantId tenant, WorkspaceName blueprint, Statement statement) {
    TenantQuery query =
        new TenantQuery(tenant, blueprint, statement.text().sql(), statement.parameters());
    return run(caller, query, statement.text());
  }

  /**
   * Runs statements on one tenant one after the other.
   *
   * @param transaction whether all of them count or none
   * @throws EngineException as the statement that fails, with detail {@link #STATEMENT}
   */
  public List<QueryResult> batch(
      Caller caller,
      TenantId tenant,
      WorkspaceName blueprint,
      List<Statement> statements,
      boolean transaction) {
    boolean writes =
        caller.canWrite()
            && statements.stream().anyMatch(each -> each.text().kind() != StatementKind.READ);
    return leased(
        caller,
        tenant,
        blueprint,
        writes,
        (lease, route, deadline) -> {
          StatementBatch batch =
              new StatementBatch(
                  lease.database(), route.limits().maxRows(), deadline, new Noting(route));
          return transaction && writes
              ? lease.database().transaction(() -> batch.run(statements))
              : batch.run(statements);
        });
  }

  /** Does work of the engine that reads one tenant's database, for a caller who may query it. */
  public <T> T read(
      Caller caller, TenantId tenant, WorkspaceName blueprint, Function<SqliteDatabase, T> work) {
    return leased(
        caller,
        tenant,
        blueprint,
        false,
        (lease, _, deadline) ->
            lease.database().within(deadline, () -> work.apply(lease.database())));
  }

  /** Work on a connection. */
  private interface LeasedWork<T> {
    T on(Lease lease, TenantRoute route, Deadline deadline);
  }

  private <T> T leased(
      Caller caller, TenantId tenant, WorkspaceName blueprint, boolean writes, LeasedWork<T> work) {
    return hold.run(tenant, () -> leased(route(caller, tenant, blueprint), writes, work));
  }

  private <T> Optional<T> leased(TenantRoute route, boolean writes, LeasedWork<T> work) {
    if (route.isMoving()) {
      return Optional.empty();
    }
    route.target().requireQueryable();
    Deadline deadline = Deadline.in(route.limits().timeout());
    try (Turn turn = databases.turn(route.file(), writes, deadline)) {
      return lanes.statement(
          route.file().path(),
          deadline,
          () ->
              routes
                  .lease(route, () -> turn.lease(deadline))
                  .map(held -> on(held, route, deadline, work)),
          () -> {});
    }
  }

  private static <T> T on(Lease held, TenantRoute route, Deadline deadline, LeasedWork<T> work) {
    try (Lease lease = held) {
      return work.on(lease, route, deadline);
    }
  }

  /** Has each statement of a batch noted. */
  private final class Noting implements StatementBatch.Noting {
    private final TenantRoute route;

    Noting(TenantRoute route) {
      this.route = route;
    }

    @Override
    public QueryResult logged(GatedStatement statement, Supplier<QueryResult> query) {
      return notes
          .logged(Asked.now(route, statement, QuerySource.API), () -> Optional.of(query.get()))
          .orElseThrow();
    }
  }

  /** Runs a statement on one tenant, on a thread that may wait inside SQLite. */
  QueryResult run(Caller caller, TenantQuery query, GatedStatement statement) {
    boolean quick = statement.kind() == StatementKind.READ && notes.isQuick(statement.sql());
    boolean writes = caller.canWrite() && statement.kind() != StatementKind.READ;
    return hold.run(
        query.tenant(),
        () -> {
          TenantRoute route = route(caller, query.tenant(), query.blueprint());
          if (route.isMoving()) {
            return Optional.empty();
          }
          route.target().requireQueryable();
          Deadline deadline = Deadline.in(route.limits().timeout());
          int rows = Math.min(MOST_ROWS, route.limits().maxRows());
          long start = System.nanoTime();
          Asked asked = new Asked(route, statement, query.source(), start);
          try (Turn turn = turn(asked, writes, deadline)) {
            Supplier<Optional<QueryResult>> work =
                () ->
                    notes.logged(
                        asked,
                        () ->
                            routes
                                .lease(route, () -> turn.lease(deadline))
                                .map(
                                    lease ->
                                        run(lease, statement, query.params(), rows, deadline)));
            Path file = route.file().path();
            return quick
                ? lanes.read(file, deadline, work)
                : noted(asked, () -> lanes.statement(file, deadline, work, () -> {}));
          }
        });
  }

  /** Has a statement noted that was given up on: it may go on for hours. */
  private <T> T noted(Asked asked, Supplier<T> running) {
    try {
      return running.get();
    } catch (EngineException e) {
      if (Lanes.isGivenUp(e)) {
        notes.failed(asked, e);
      }
      throw e;
    }
  }

  private TenantRoute route(Caller caller, TenantId tenant, WorkspaceName blueprint) {
    return routes
        .known(caller.projectId(), tenant, blueprint)
        .orElseGet(
            () -> lanes.call(Lane.FAST, () -> routes.find(caller.projectId(), tenant, blueprint)));
  }

  /**
   * Waits for a connection on the thread that asks. In a lane, those who wait for one database
   * would take the threads that all other tenants need.
   */
  private Turn turn(Asked asked, boolean writes, Deadline deadline) {
    try {
      return databases.turn(asked.route().file(), writes, deadline);
    } catch (EngineException e) {
      notes.failed(asked, e);
      throw e;
    }
  }

  /** Runs a statement that reads on the state a tenant had at the time the query names. */
  QueryResult past(Caller caller, TenantQuery query, GatedStatement statement, PastDatabases past) {
    if (statement.kind() != StatementKind.READ) {
      throw EngineException.badField("as_of", "as_of is for statements that read");
    }
    Instant time = query.asOf().orElseThrow();
    return lanes.call(
        Lane.SLOW,
        () -> {
          TenantRoute route =
              routes.queryable(caller.projectId(), query.tenant(), query.blueprint());
          return notes
              .logged(
                  Asked.now(route, statement, query.source()),
                  () -> Optional.of(past(route, query, statement, past, time)))
              .orElseThrow();
        });
  }

  private QueryResult past(
      TenantRoute route,
      TenantQuery query,
      GatedStatement statement,
      PastDatabases past,
      Instant time) {
    Deadline deadline = Deadline.in(route.limits().timeout());
    Path path = past.at(route.target().place(), time);
    DatabaseFile file = new DatabaseFile(path, Profile.TENANT, route.file().maxUsers());
    return run(
        databases.reader(file, deadline),
        statement,
        query.params(),
        route.limits().maxRows(),
        deadline);
  }

  private static QueryResult run(
      Lease leased,
      GatedStatement statement,
      Parameters parameters,
      int maxRows,
      Deadline deadline) {
    try (Lease lease = leased) {
      return QueryRunner.run(lease.database(), statement, parameters, maxRows, deadline);
    }
  }
}
