package io.tenantry.core.logs;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.PatternDetail;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogPage;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.ProjectPattern;
import io.tenantry.contract.logs.UnlikeTenants;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.events.Follow;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The query log of a whole project as one caller may see it. Any thread. */
public final class ProjectLogService implements ProjectLogs {
  private final LogEngine engine;
  private final Caller caller;
  private final Follow follow;

  /** Creates the service for a caller; cheap. */
  public ProjectLogService(LogEngine engine, Caller caller, Follow follow) {
    this.engine = engine;
    this.caller = caller;
    this.follow = follow;
  }

  @Override
  public ProjectLogPage list(LogSearch search, LogPageRequest request) {
    return read(database -> reader(database, search).list(request))
        .orElseGet(
            () ->
                new ProjectLogPage(
                    List.of(),
                    false,
                    request.counted() ? Optional.of(0L) : Optional.empty(),
                    Optional.empty()));
  }

  @Override
  public List<ProjectPattern> patterns(LogSearch search) {
    Instant now = engine.clock().instant();
    return read(database -> {
          ProjectLogReader reader = reader(database, LastDay.widened(search, now));
          ProjectPatterns patterns =
              new ProjectPatterns(
                  LastDay.of(search, now),
                  found -> reader.subjects().of(found.subject()).tenantId());
          reader.forEach(patterns::add);
          return patterns.view();
        })
        .orElseGet(List::of);
  }

  @Override
  public PatternDetail pattern(LogSearch search) {
    String pattern =
        search
            .pattern()
            .orElseThrow(() -> EngineException.badField("pattern", "pattern is required"));
    Instant now = engine.clock().instant();
    PatternLook look = new PatternLook(pattern, LastDay.of(search, now));
    return read(database -> {
          ProjectLogReader reader = reader(database, LastDay.widened(search, now));
          reader.forEach(found -> look.add(found, reader.subjects().of(found.subject())));
          return look.view(reader::view);
        })
        .orElseGet(
            () ->
                look.view(
                    _ -> {
                      throw new IllegalStateException("a log that is not there has no entries");
                    }));
  }

  @Override
  public LogSeries series(LogSpan span) {
    SeriesFigures figures = new SeriesFigures(span, engine.clock().instant());
    return read(database -> {
          TallyReader reader = new TallyReader(database);
          return figures.ofBlueprints(reader, reader.blueprints(this::reaches));
        })
        .orElseGet(() -> figures.none(false));
  }

  @Override
  public LogSeries series(TenantId tenant, LogSpan span) {
    SeriesFigures figures = new SeriesFigures(span, engine.clock().instant());
    requireProject();
    long tenantId =
        engine
            .lanes()
            .call(
                Lane.FAST,
                () ->
                    engine
                        .catalog()
                        .read(handle -> TenantAccess.of(handle, caller, tenant).tenantId()));
    return read(database -> {
          TallyReader reader = new TallyReader(database);
          return figures.ofTenant(reader, reader.subjects(tenantId, this::reaches));
        })
        .orElseGet(() -> figures.none(true));
  }

  @Override
  public UnlikeTenants unlike() {
    long hour = Span.HOUR.startOf(engine.clock().millis());
    TenantComparison comparison = new TenantComparison(Instant.ofEpochSecond(hour));
    read(
        database -> {
          long middle = hour - Span.DAY.seconds();
          new TallyReader(database).days(middle, this::reaches, comparison::add);
          return true;
        });
    return comparison.view();
  }

  @Override
  public Subscription tail(LogSearch search, Listener<ProjectEntry> listener) {
    requireProject();
    LogTail<ProjectEntry> tail =
        new LogTail<>(
            caller.projectId(),
            event -> wants(search, event),
            EntryFilter.of(search).atAnyTime(),
            (event, entry) -> ProjectLogReader.view(LogSubject.of(event), entry),
            engine.logs()::leave);
    engine
        .lanes()
        .call(
            Lane.FAST,
            () -> {
              engine.logs().join(tail);
              return tail;
            });
    return follow.start(tail, listener);
  }

  private boolean wants(LogSearch search, QueryEvent event) {
    WorkspaceName blueprint = event.place().blueprint();
    return reaches(blueprint)
        && search.tenant().map(event.place().tenant()::equals).orElse(true)
        && search.blueprint().map(blueprint::equals).orElse(true);
  }

  private ProjectLogReader reader(SqliteDatabase database, LogSearch search) {
    return new ProjectLogReader(database, search, EntryFilter.of(search), this::reaches);
  }

  /** Reads the log in one snapshot, on a thread that may wait inside SQLite. */
  private <T> Optional<T> read(Function<SqliteDatabase, T> work) {
    requireProject();
    return engine
        .lanes()
        .call(
            Lane.SLOW,
            () ->
                engine
                    .logs()
                    .read(
                        caller.projectId(),
                        database -> {
                          database.beginReading();
                          try {
                            return work.apply(database);
                          } finally {
                            database.rollback();
                          }
                        }));
  }

  private void requireProject() {
    caller.requireRead();
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireProjectScope(caller.projectId().value());
    }
  }

  /** Returns whether the caller sees what ran on databases of a blueprint. */
  private boolean reaches(WorkspaceName blueprint) {
    return caller.scope().type() != ScopeType.WORKSPACE || caller.canReach(blueprint);
  }
}
