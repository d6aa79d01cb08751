package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentEvent.Kind;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.deployments.UndoMode;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import io.tenantry.core.events.Follow;
import io.tenantry.core.tenants.TenantAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The deployments of a project as one caller may see and start them. Any thread. */
public final class DeploymentService implements Deployments {
  private static final Logger LOG = LoggerFactory.getLogger(DeploymentService.class);
  private static final int ID_BYTES = 4;

  private final DeploymentEngine engine;
  private final Caller caller;
  private final Follow follow;
  private final ProjectId project;

  /** Creates the service for a caller; cheap. */
  public DeploymentService(DeploymentEngine engine, Caller caller, Follow follow) {
    this.engine = engine;
    this.caller = caller;
    this.follow = follow;
    this.project = caller.projectId();
  }

  @Override
  public Page<Deployment> list(DeploymentFilter filter, PageRequest page) {
    caller.requireRead();
    DeploymentListRepository list = new DeploymentListRepository(project, caller.scope(), filter);
    Page<DeploymentRow> rows = engine.catalog().read(handle -> list.page(handle, page));
    Instant now = engine.clock().instant();
    return new Page<>(
        rows.items().stream().map(row -> row.view(now)).toList(), rows.total(), rows.nextCursor());
  }

  @Override
  public Deployment create(CreateDeployment request) {
    caller.requireAdmin();
    caller.requireWorkspace(request.blueprintId());
    DeploymentStart start =
        new DeploymentStart(caller, request, engine.width(), engine.clock().instant());
    DeploymentStart.Ways ways = engine.catalog().read(start::check);
    Forecast forecast =
        forecast(
            engine.ways(ways.blueprint(), request.options().allowDowngrade()),
            ways.froms().stream().collect(Collectors.toMap(from -> from, _ -> ways.minor())));
    return begin(
        (handle, id) -> {
          start.write(handle, id, forecast);
          log(handle, id).by(caller.author(), Kind.STARTED);
        });
  }

  private interface Writing {
    void write(Handle handle, DeploymentId id);
  }

  /** Writes a deployment down under a new id and starts it. */
  private Deployment begin(Writing writing) {
    DeploymentId id = new DeploymentId("dep_" + engine.secrets().hex(ID_BYTES));
    return started(
        handle -> {
          writing.write(handle, id);
          return get(handle, id);
        });
  }

  /** Starts what a transaction has made ready to run. */
  private Deployment started(Function<Handle, DeploymentRow> writing) {
    Read written =
        engine
            .catalog()
            .write(
                handle -> {
                  DeploymentRow row = writing.apply(handle);
                  return new Read(row, DeploymentMoreRepository.of(handle, row));
                });
    engine.start(written.row());
    return written.view(engine.clock().instant());
  }

  private record Read(DeploymentRow row, DeploymentRow.More more) {
    Deployment view(Instant now) {
      return row.view(more, now);
    }
  }

  /** What cannot be gone at all is no loss: its tenants fail and say why. */
  private static Forecast forecast(VersionWays ways, Map<Integer, Integer> pairs) {
    List<DataLoss> losses = new ArrayList<>();
    Set<ChangeWarning> warnings = new LinkedHashSet<>();
    new TreeMap<>(pairs)
        .forEach(
            (from, to) -> {
              try {
                ways.way(from, to).losses().stream()
                    .map(what -> new DataLoss(new Version(1, from), new Version(1, to), what))
                    .forEach(losses::add);
                warnings.addAll(ways.warnings(from, to));
              } catch (EngineException noWay) {
                LOG.debug("no way from {} to {}", from, to, noWay);
              }
            });
    return new Forecast(losses, List.copyOf(warnings));
  }

  @Override
  public Deployment get(DeploymentId id) {
    caller.requireRead();
    return engine.catalog().read(handle -> read(handle, id)).view(engine.clock().instant());
  }

  private Read read(Handle handle, DeploymentId id) {
    DeploymentRow row = get(handle, id);
    return new Read(row, DeploymentMoreRepository.of(handle, row));
  }

  @Override
  public Page<DeploymentTenant> tenants(
      DeploymentId id, Set<DeploymentTenant.State> states, PageRequest page) {
    caller.requireRead();
    return engine
        .catalog()
        .read(
            handle -> {
              DeploymentRow row = get(handle, id);
              return DeploymentPageRepository.tenants(handle, row, states, page);
            });
  }

  @Override
  public DeploymentStates states(DeploymentId id) {
    caller.requireRead();
    return engine
        .catalog()
        .read(handle -> DeploymentStateRepository.states(handle, get(handle, id)));
  }

  @Override
  public List<DeploymentEvent> log(DeploymentId id) {
    caller.requireRead();
    return engine
        .catalog()
        .read(handle -> DeploymentLogRepository.of(handle, get(handle, id).id()));
  }

  private DeploymentLogRepository log(Handle handle, DeploymentId id) {
    return new DeploymentLogRepository(handle, id, engine.clock().instant());
  }

  @Override
  public Deployment retry(DeploymentId id) {
    caller.requireAdmin();
    return started(
        handle -> {
          DeploymentVerbs.retry(handle, get(handle, id), engine.clock().instant());
          log(handle, id).by(caller.author(), Kind.RETRIED);
          return get(handle, id);
        });
  }

  @Override
  public Deployment resume(DeploymentId id) {
    caller.requireAdmin();
    return started(
        handle -> {
          DeploymentVerbs.resume(handle, get(handle, id), engine.clock().instant());
          log(handle, id).by(caller.author(), Kind.RESUMED);
          return get(handle, id);
        });
  }

  @Override
  public Deployment pause(DeploymentId id) {
    return halted(id, DeploymentVerbs::pause, Kind.PAUSED);
  }

  @Override
  public Deployment cancel(DeploymentId id) {
    return halted(id, DeploymentVerbs::cancel, Kind.CANCELLED);
  }

  private interface Verb {
    void write(Handle handle, DeploymentRow row, Instant now);
  }

  private Deployment halted(DeploymentId id, Verb verb, Kind kind) {
    Deployment halted =
        changed(
            id,
            (handle, row, now) -> {
              verb.write(handle, row, now);
              new DeploymentLogRepository(handle, id, now).by(caller.author(), kind);
            });
    engine.halt(id);
    return halted;
  }

  private Deployment changed(DeploymentId id, Verb verb) {
    caller.requireAdmin();
    return engine
        .catalog()
        .write(
            handle -> {
              verb.write(handle, get(handle, id), engine.clock().instant());
              return read(handle, id);
            })
        .view(engine.clock().instant());
  }

  @Override
  public Deployment width(DeploymentId id, int workers) {
    DeploymentOptions.requireWorkers(workers);
    Deployment changed =
        changed(
            id,
            (handle, row, now) -> {
              DeploymentVerbs.width(handle, row, workers);
              new DeploymentLogRepository(handle, id, now).width(caller.author(), workers);
            });
    engine.widen(id, workers);
    return changed;
  }

  @Override
  public Deployment undo(DeploymentId id, UndoDeployment request) {
    caller.requireAdmin();
    UndoStart start = new UndoStart(caller, request, engine.width(), engine.clock().instant());
    Undone undone =
        engine
            .catalog()
            .read(
                handle -> {
                  DeploymentRow row = get(handle, id);
                  return new Undone(row, start.check(handle, row));
                });
    Forecast forecast =
        request.mode() == UndoMode.BACKUP
            ? new Forecast(
                UndoStart.lostByCopies(undone.row().minor(), undone.targets()), List.of())
            : backwards(undone);
    start.requireConsent(undone.row(), forecast.losses());
    return begin(
        (handle, undo) -> {
          start.write(handle, undo, get(handle, id), forecast);
          log(handle, undo).by(caller.author(), Kind.STARTED);
          if (!request.dryRun()) {
            log(handle, id).undone(caller.author(), undo);
          }
        });
  }

  private Forecast backwards(Undone undone) {
    VersionWays ways = engine.ways(undone.row().blueprintId(), true);
    List<Forecast> each =
        undone.targets().stream()
            .map(to -> forecast(ways, Map.of(undone.row().minor(), to)))
            .toList();
    return new Forecast(
        each.stream().flatMap(one -> one.losses().stream()).toList(),
        each.stream().flatMap(one -> one.warnings().stream()).distinct().toList());
  }

  @Override
  public UndoOutlook undoOutlook(DeploymentId id) {
    caller.requireRead();
    UndoStart start =
        new UndoStart(caller, UndoDeployment.byPlan(), engine.width(), engine.clock().instant());
    Looked looked =
        engine
            .catalog()
            .read(
                handle -> {
                  DeploymentRow row = get(handle, id);
                  return new Looked(row, start.outlook(handle, row));
                });
    UndoOutlook outlook = looked.outlook();
    List<UndoOutlook.Refill> refills =
        outlook.ways().stream()
            .flatMap(way -> engine.refills(looked.row().blueprintId(), way).stream())
            .toList();
    return new UndoOutlook(id, outlook.ways(), outlook.gone(), refills, outlook.copies());
  }

  /** What the catalog knows of an undo; what it makes anew is not asked in a transaction. */
  private record Looked(DeploymentRow row, UndoOutlook outlook) {}

  /** What is taken back, and the versions that tenants go back to. */
  private record Undone(DeploymentRow row, List<Integer> targets) {}

  @Override
  public Page<TenantDeployment> ofTenant(TenantId tenant, PageRequest page) {
    caller.requireRead();
    return engine
        .catalog()
        .read(
            handle -> {
              TenantAccess reached = TenantAccess.of(handle, caller, tenant);
              return DeploymentPageRepository.ofTenant(
                  handle, reached.tenantId(), reached.blueprints(), page);
            });
  }

  @Override
  public Subscription watch(DeploymentId id, Listener<Deployment> listener) {
    get(id);
    return follow.start(
        new DeploymentSource(engine.catalog(), follow.lanes(), () -> get(id)), listener);
  }

  private DeploymentRow get(Handle handle, DeploymentId id) {
    DeploymentRow row =
        DeploymentRepository.find(handle, project, id)
            .orElseThrow(() -> EngineException.notFound("Deployment not found: " + id));
    caller.requireWorkspace(row.blueprint());
    return row;
  }
}
