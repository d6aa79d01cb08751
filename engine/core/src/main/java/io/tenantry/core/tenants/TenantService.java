package io.tenantry.core.tenants;

import io.tenantry.contract.Check;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.IsolationStarted;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantPosition;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.core.access.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The tenants of a project as one caller may see and change them. Any thread. */
public final class TenantService implements Tenants {
  private static final int LONGEST_PREFIX = 60;

  private final TenantEngine engine;
  private final Caller caller;
  private final ProjectId project;

  /** Creates the service for a caller; cheap. */
  public TenantService(TenantEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
    this.project = caller.projectId();
  }

  @Override
  public Page<Tenant> list(TenantFilter filter, PageRequest page) {
    caller.requireRead();
    TenantSearch search = new TenantSearch(project, caller.scope(), filter);
    TenantTotals.Moment totals = engine.totals().now();
    return engine
        .catalog()
        .read(
            handle -> {
              Page<TenantRow> rows = TenantRepository.search(handle, search, page, totals);
              return new Page<>(listed(handle, rows.items()), rows.total(), rows.nextCursor());
            });
  }

  @Override
  public Optional<TenantPosition> position(TenantFilter filter, TenantId tenant) {
    return position(filter, search -> search.place(tenant));
  }

  @Override
  public Optional<TenantPosition> firstStartingWith(TenantFilter filter, String prefix) {
    String wanted = Check.text("prefix", prefix, LONGEST_PREFIX);
    return position(filter, search -> search.firstStartingWith(wanted));
  }

  private Optional<TenantPosition> position(
      TenantFilter filter, Function<TenantSearch, TenantSearch.Statement> place) {
    caller.requireRead();
    TenantSearch search = new TenantSearch(project, caller.scope(), filter);
    return engine
        .catalog()
        .read(handle -> TenantRepository.position(handle, search, place.apply(search)));
  }

  private List<Tenant> listed(Handle handle, List<TenantRow> rows) {
    Map<Long, List<DatabaseRow>> databases =
        TenantRepository.databases(handle, rows.stream().map(TenantRow::id).toList());
    return rows.stream()
        .map(row -> engine.views().listed(caller, row, databases.getOrDefault(row.id(), List.of())))
        .toList();
  }

  @Override
  public TenantCounts counts() {
    caller.requireRead();
    TenantCountRepository counts = new TenantCountRepository(project, caller.scope());
    TenantTotals.Moment totals = engine.totals().now();
    return engine.catalog().read(handle -> counts.read(handle, totals));
  }

  @Override
  public Tenant create(CreateTenant request) {
    caller.requireAdmin();
    requireMayCreate(request.tenantId());
    TenantCreation creation = new TenantCreation(engine, caller);
    TenantCreation.Announced announced = creation.announce(request);
    if (announced.isDedicated()) {
      try {
        return connected(request.tenantId());
      } finally {
        creation.makeLater(announced);
      }
    }
    creation.make(announced);
    return connected(request.tenantId());
  }

  @Override
  public CreatedTenants createMany(CreateTenants request) {
    caller.requireAdmin();
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireProjectScope(request.tenantIds().getFirst());
    }
    TenantCreation creation = new TenantCreation(engine, caller);
    TenantCreation.AnnouncedMany many = creation.announce(request);
    if (many.announced().isDedicated()) {
      try {
        return created(request, many);
      } finally {
        creation.makeLater(many.announced());
      }
    }
    creation.make(many);
    return created(request, many);
  }

  private CreatedTenants created(CreateTenants request, TenantCreation.AnnouncedMany many) {
    TenantCreation.Outcome outcome = TenantCreation.outcome(request.tenantIds(), many.failed());
    return new CreatedTenants(connected(outcome.created()), outcome.failed());
  }

  /** A key for some tenants may give them databases, but not make others. */
  private void requireMayCreate(TenantId id) {
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireTenant(id, List.of());
    }
  }

  @Override
  public Tenant get(TenantId id) {
    caller.requireRead();
    return connected(id);
  }

  private Tenant connected(TenantId id) {
    return engine
        .catalog()
        .read(
            handle -> {
              TenantAccess.of(handle, caller, id);
              return connected(handle, TenantRepository.get(handle, project, id));
            });
  }

  private Tenant connected(Handle handle, TenantRow row) {
    List<DatabaseRow> databases =
        TenantRepository.databases(handle, List.of(row.id())).getOrDefault(row.id(), List.of());
    return engine
        .views()
        .connected(caller, row, databases)
        .withRecoveryUndo(RecoveryUndoRepository.find(handle, row.id(), engine.clock().instant()));
  }

  private List<Tenant> connected(List<String> names) {
    return engine
        .catalog()
        .read(
            handle -> {
              List<TenantRow> rows = TenantRepository.byName(handle, project, names);
              Map<Long, List<DatabaseRow>> databases =
                  TenantRepository.databases(handle, rows.stream().map(TenantRow::id).toList());
              return rows.stream()
                  .map(
                      row ->
                          engine
                              .views()
                              .connected(caller, row, databases.getOrDefault(row.id(), List.of())))
                  .toList();
            });
  }

  @Override
  public TenantState delete(TenantId id, boolean hard) {
    if (!hard) {
      return step(id, Transition.TRASH);
    }
    caller.requireAdmin();
    engine.catalog().read(handle -> TenantAccess.whole(handle, caller, id));
    engine.removal().destroy(project, id, Transition.DESTROY);
    return new TenantState(id, TenantStatus.DELETED);
  }

  @Override
  public TenantState restore(TenantId id) {
    return step(id, Transition.RESTORE);
  }

  @Override
  public TenantState suspend(TenantId id) {
    return step(id, Transition.SUSPEND);
  }

  @Override
  public TenantState resume(TenantId id) {
    return step(id, Transition.RESUME);
  }

  @Override
  public Tenant rotatePassword(TenantId id) {
    caller.requireAdmin();
    TenantPassword password = TenantPassword.make(engine.secrets(), project, id);
    return engine
        .catalog()
        .write(
            handle -> {
              TenantAccess.whole(handle, caller, id);
              return connected(handle, TenantRepository.setPassword(handle, project, id, password));
            });
  }

  @Override
  public IsolationStarted changeIsolation(TenantId id, ChangeIsolation request) {
    return engine.hosts().start(caller, id, request);
  }

  @Override
  public List<IsolationChange> isolationChanges(TenantId id) {
    return engine.hosts().changes(caller, id);
  }

  private TenantState step(TenantId id, Transition step) {
    caller.requireAdmin();
    engine
        .catalog()
        .execute(
            handle -> {
              TenantAccess.whole(handle, caller, id);
              TenantRepository.step(handle, project, id, step, engine.clock().instant());
            });
    return new TenantState(id, step.target());
  }
}
