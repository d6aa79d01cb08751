package io.tenantry.core.logs;

import io.tenantry.contract.Check;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogPage;
import io.tenantry.contract.logs.LogStats;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.ProjectMetrics;
import io.tenantry.contract.logs.QueryPattern;
import io.tenantry.contract.logs.TenantMetrics;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.events.Follow;
import io.tenantry.core.tenants.TenantAccess;
import io.tenantry.core.tenants.TenantTarget;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Query logs of a project as one caller may see them. Any thread. */
public final class LogService implements Logs {
  private final LogEngine engine;
  private final Caller caller;
  private final Follow follow;

  /** Creates the service for a caller; cheap. */
  public LogService(LogEngine engine, Caller caller, Follow follow) {
    this.engine = engine;
    this.caller = caller;
    this.follow = follow;
  }

  @Override
  public LogPage list(TenantId tenant, LogFilter filter, int limit, int offset) {
    Check.range("limit", limit, 1, MAX_LIMIT);
    if (offset < 0) {
      throw EngineException.badField("offset", "offset must not be negative");
    }
    EntryFilter wanted = EntryFilter.of(filter, engine.clock().instant());
    return read(
        tenant,
        (reader, reached) -> reader.list(reached, wanted, limit, offset),
        () -> new LogPage(List.of(), false));
  }

  @Override
  public LogStats stats(TenantId tenant) {
    return engine.lanes().call(Lane.FAST, () -> figures(access(tenant)).stats());
  }

  @Override
  public List<QueryPattern> patterns(TenantId tenant, LogFilter filter) {
    EntryFilter wanted = EntryFilter.of(filter, engine.clock().instant());
    return read(
        tenant,
        (reader, reached) -> {
          Patterns patterns = new Patterns();
          reader.forEach(reached, wanted, patterns::add);
          return patterns.view();
        },
        List::of);
  }

  /** Reads entries of a tenant on a thread that may wait inside SQLite. */
  private <T> T read(
      TenantId tenant,
      BiFunction<LogReader, List<LogReader.Reached>, T> work,
      Supplier<T> whenEmpty) {
    return engine
        .lanes()
        .call(
            Lane.SLOW,
            () -> {
              TenantAccess access = access(tenant);
              return engine
                  .logs()
                  .read(
                      caller.projectId(),
                      database -> {
                        LogReader reader = new LogReader(database);
                        return work.apply(reader, reader.reached(access.tenantId(), this::reaches));
                      })
                  .orElseGet(whenEmpty);
            });
  }

  @Override
  public TenantMetrics metrics(TenantId tenant) {
    return engine
        .lanes()
        .call(
            Lane.SLOW,
            () -> {
              TenantAccess access = access(tenant);
              List<TenantTarget> databases = targets(tenant, access);
              return new TenantMetrics(
                  databases.stream()
                      .mapToInt(each -> each.place().isolationLevel())
                      .max()
                      .orElse(1),
                  DatabaseType.SQLITE,
                  figures(access).metrics(),
                  new DatabaseFigures(engine.databases()).of(databases));
            });
  }

  private List<TenantTarget> targets(TenantId tenant, TenantAccess access) {
    return engine
        .catalog()
        .read(
            handle ->
                access.blueprints().stream()
                    .map(name -> BlueprintHeads.get(handle, caller.projectId(), name))
                    .map(head -> engine.targets().get(handle, caller.projectId(), tenant, head))
                    .toList());
  }

  private TenantFigures figures(TenantAccess access) {
    return engine
        .logs()
        .read(
            caller.projectId(),
            database ->
                TenantFigures.read(
                    database,
                    new LogReader(database).reached(access.tenantId(), this::reaches),
                    engine.clock().instant()))
        .orElseGet(TenantFigures::none);
  }

  @Override
  public ProjectMetrics metrics(LogWindow window) {
    caller.requireRead();
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireProjectScope(caller.projectId().value());
    }
    return engine
        .lanes()
        .call(
            Lane.SLOW,
            () -> {
              ProjectFigures figures =
                  new ProjectFigures(
                      window,
                      engine.clock().instant(),
                      this::reaches,
                      engine.logs().dropped(caller.projectId()));
              return engine
                  .logs()
                  .read(caller.projectId(), database -> figures.read(new TallyReader(database)))
                  .orElseGet(figures::none);
            });
  }

  @Override
  public Subscription tail(TenantId tenant, LogFilter filter, Listener<LogEntry> listener) {
    LogTail<LogEntry> tail = engine.lanes().call(Lane.FAST, () -> joined(tenant, filter));
    return follow.start(tail, listener);
  }

  private LogTail<LogEntry> joined(TenantId tenant, LogFilter filter) {
    LogTail<LogEntry> tail =
        LogTail.ofTenant(
            caller.projectId(),
            tenant,
            access(tenant).tenantId(),
            this::reaches,
            EntryFilter.ofAnyTime(filter),
            engine.logs()::leave);
    engine.logs().join(tail);
    return tail;
  }

  private TenantAccess access(TenantId tenant) {
    caller.requireRead();
    return engine.catalog().read(handle -> TenantAccess.of(handle, caller, tenant));
  }

  /** Returns whether the caller sees what ran on databases of a blueprint. */
  private boolean reaches(WorkspaceName blueprint) {
    return caller.scope().type() != ScopeType.WORKSPACE || caller.canReach(blueprint);
  }
}
