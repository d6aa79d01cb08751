package io.tenantry.core.recovery;

import io.tenantry.contract.Check;
import io.tenantry.contract.recovery.ForkTenant;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.recovery.PointInTimeRecovery;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.recovery.RecoveringTenant;
import io.tenantry.contract.recovery.RecoveryWindow;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.recovery.RecoveryRepository.Database;
import io.tenantry.core.tenants.TenantAccess;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The recoveries of a project as one caller may see and start them. Any thread. */
public final class RecoveryService implements PointInTimeRecovery {
  private static final int MOST_BUCKETS = 1000;

  private final RecoveryEngine engine;
  private final Lanes lanes;
  private final Caller caller;

  /** Creates the service for a caller; cheap. */
  public RecoveryService(RecoveryEngine engine, Lanes lanes, Caller caller) {
    this.engine = engine;
    this.lanes = lanes;
    this.caller = caller;
  }

  @Override
  public RecoveringTenant recover(RecoverTenant request) {
    caller.requireAdmin();
    RecoveryStart start = new RecoveryStart(caller, request);
    List<Database> databases = engine.catalog().read(start::databases);
    lanes.call(
        Lane.SLOW,
        () -> {
          databases.forEach(database -> requireInWindow(database, request.timestamp()));
          return true;
        });
    engine.catalog().execute(handle -> start.write(handle, now()));
    engine.start(databases.getFirst().tenantId());
    return new RecoveringTenant(
        request.tenant(),
        TenantStatus.RECOVERING,
        request.timestamp(),
        engine.states().config().undo().toHours());
  }

  private void requireInWindow(Database database, Instant time) {
    engine
        .states()
        .with(database, timeline -> timeline.require(time, engine.states().config(), now()));
  }

  private Instant now() {
    return engine.states().clock().instant();
  }

  @Override
  public TenantState undo(TenantId tenant) {
    caller.requireAdmin();
    long id =
        engine
            .catalog()
            .read(
                handle -> {
                  TenantAccess access = TenantAccess.whole(handle, caller, tenant);
                  requireDedicated(handle, access);
                  return access.tenantId();
                });
    lanes.call(
        Lane.SLOW,
        () -> {
          engine.undoing().undo(caller.projectId(), tenant, id);
          return true;
        });
    engine.sweepSoon();
    return new TenantState(tenant, TenantStatus.READY);
  }

  @Override
  public RecoveryWindow window(TenantId tenant, WorkspaceName blueprint, int buckets) {
    caller.requireRead();
    Check.range("buckets", buckets, 1, MOST_BUCKETS);
    Database database =
        engine
            .catalog()
            .read(
                handle -> {
                  requireReach(TenantAccess.of(handle, caller, tenant), blueprint, tenant);
                  return RecoveryRepository.find(handle, caller.projectId(), tenant, blueprint)
                      .orElseThrow(() -> PastStates.missing(tenant, blueprint));
                });
    return lanes.call(
        Lane.SLOW,
        () -> engine.states().with(database, timeline -> window(database, timeline, buckets)));
  }

  @Override
  public List<PastRecovery> recoveries(TenantId tenant) {
    caller.requireRead();
    return engine
        .catalog()
        .read(
            handle -> {
              TenantAccess access = TenantAccess.of(handle, caller, tenant);
              requireDedicated(handle, access);
              return PastRecoveryRepository.ofTenant(handle, access.tenantId(), now()).stream()
                  .filter(recovery -> access.blueprints().contains(recovery.blueprint()))
                  .toList();
            });
  }

  private static void requireDedicated(Handle handle, TenantAccess access) {
    boolean dedicated =
        RecoveryRepository.databases(handle, access.tenantId()).stream()
            .anyMatch(database -> database.place().isDedicated());
    if (!dedicated) {
      throw PastStates.notDedicated();
    }
  }

  @Override
  public Tenant fork(ForkTenant request) {
    caller.requireAdmin();
    Database database =
        engine
            .catalog()
            .read(
                handle -> {
                  TenantAccess access = TenantAccess.whole(handle, caller, request.tenant());
                  requireReach(access, request.blueprint(), request.tenant());
                  return RecoveryRepository.find(
                          handle, caller.projectId(), request.tenant(), request.blueprint())
                      .orElseThrow(() -> PastStates.missing(request.tenant(), request.blueprint()));
                });
    return lanes.call(
        Lane.SLOW,
        () -> {
          requireInWindow(database, request.timestamp());
          return engine.forking().run(caller, database, request);
        });
  }

  private void requireReach(TenantAccess access, WorkspaceName blueprint, TenantId tenant) {
    if (!access.blueprints().contains(blueprint)) {
      if (!access.isWhole()) {
        caller.requireWorkspace(blueprint);
      }
      throw PastStates.missing(tenant, blueprint);
    }
  }

  private RecoveryWindow window(Database database, Timeline timeline, int buckets)
      throws IOException {
    Instant now = now();
    OptionalLong start = timeline.windowStart(engine.states().config(), now);
    long bytes = engine.states().archives().sizeOf(database.place());
    if (start.isEmpty()) {
      return new RecoveryWindow(
          database.place().blueprint(),
          Optional.empty(),
          Optional.empty(),
          timeline.lastCommit(),
          0,
          timeline.bases(),
          bytes,
          List.of());
    }
    long from = start.getAsLong();
    long to = Math.max(from, Micros.of(now));
    return new RecoveryWindow(
        database.place().blueprint(),
        Optional.of(Micros.instant(from)),
        Optional.of(Micros.instant(to)),
        timeline.lastCommit(),
        timeline.commits(from - 1, to),
        timeline.bases(),
        bytes,
        density(timeline, from, to, buckets));
  }

  private static List<RecoveryWindow.Bucket> density(
      Timeline timeline, long from, long to, int buckets) throws IOException {
    List<RecoveryWindow.Bucket> density = new ArrayList<>(buckets);
    for (int i = 0; i < buckets; i++) {
      long start = from + (to - from) * i / buckets;
      long end = from + (to - from) * (i + 1) / buckets;
      boolean last = i == buckets - 1;
      density.add(
          new RecoveryWindow.Bucket(
              Micros.instant(start), timeline.commits(start - 1, last ? end : end - 1)));
    }
    return density;
  }
}
