package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentEvent.Kind;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import io.tenantry.core.schema.SchemaFingerprints;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The parts behind all deployment services of one engine; goes on with what a crash cut short. */
public final class DeploymentEngine implements Recovery {
  private static final long LOOK_MILLIS = 50;

  private final Catalog catalog;
  private final Secrets secrets;
  private final DeploymentTools tools;
  private final JobRunner jobs;
  private final InstantSource clock;
  private final FilledAdditions additions;
  private final SchemaFingerprints fingerprints = new SchemaFingerprints();
  private final Map<Active, DeploymentId> active = new ConcurrentHashMap<>();

  /** A run and its end. */
  private record Active(DeploymentRun run, CountDownLatch over) {}

  /** Puts the parts together. */
  public DeploymentEngine(
      Catalog catalog,
      Secrets secrets,
      DeploymentTools tools,
      JobRunner jobs,
      InstantSource clock) {
    this.catalog = catalog;
    this.secrets = secrets;
    this.tools = tools;
    this.additions = new FilledAdditions(tools.sqlite());
    this.jobs = jobs;
    this.clock = clock;
  }

  Catalog catalog() {
    return catalog;
  }

  Secrets secrets() {
    return secrets;
  }

  InstantSource clock() {
    return clock;
  }

  /** Returns how many tenants a deployment changes at a time unless it says otherwise. */
  int width() {
    return tools.width();
  }

  /** Goes on with all deployments that have not ended, and clears away copies of dry runs. */
  @Override
  public void atOpen() {
    AtomicFiles.deleteTree(tools.scratch());
    Instant now = clock.instant();
    List<DeploymentRow> open = catalog.read(DeploymentRepository::open);
    catalog.execute(
        handle -> {
          DeploymentRepository.workAgain(handle, now);
          open.stream()
              .filter(row -> row.status() == DeploymentStatus.RUNNING)
              .forEach(
                  row -> new DeploymentLogRepository(handle, row.id(), now).itself(Kind.RESTARTED));
        });
    open.forEach(this::start);
  }

  /** Works a deployment off in the background, after what is left of another of its blueprint. */
  synchronized void start(DeploymentRow deployment) {
    DeploymentRun run = run(deployment);
    List<Active> before = deployment.terms().dryRun() ? List.of() : others(deployment);
    Active mine = new Active(run, new CountDownLatch(1));
    active.put(mine, deployment.id());
    jobs.start("deployment-" + deployment.id(), stop -> work(mine, before, stop));
  }

  private List<Active> others(DeploymentRow deployment) {
    List<Active> others = new ArrayList<>();
    for (Active each : active.keySet()) {
      if (each.run().blueprintId() == deployment.blueprintId() && !each.run().isDryRun()) {
        others.add(each);
      }
    }
    return others;
  }

  private void work(Active mine, List<Active> before, StopSignal stop) {
    try {
      before.forEach(other -> await(other, stop));
      mine.run().run(stop);
    } finally {
      active.remove(mine);
      mine.over().countDown();
    }
  }

  private static void await(Active other, StopSignal stop) {
    try {
      boolean over = false;
      while (!over && !stop.isStopped()) {
        over = other.over().await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a deployment", e);
    }
  }

  /** Lets a deployment that runs begin no further tenant, as its status says. */
  void halt(DeploymentId id) {
    each(id, DeploymentRun::halt);
  }

  /** Lets a deployment that runs work on so many tenants at a time. */
  void widen(DeploymentId id, int workers) {
    each(id, run -> run.widen(workers));
  }

  private void each(DeploymentId id, Consumer<DeploymentRun> order) {
    active.forEach(
        (present, of) -> {
          if (of.equals(id)) {
            order.accept(present.run());
          }
        });
  }

  /** Returns the ways between the versions of a blueprint. */
  VersionWays ways(long blueprint, boolean mayGoBack) {
    return new BlueprintWays(
        catalog, tools.paths(), additions, blueprint, mayGoBack, Optional.empty());
  }

  /** Returns what a plan back to a version makes anew without what it held. */
  List<UndoOutlook.Refill> refills(long blueprint, UndoOutlook.Way way) {
    return tools
        .paths()
        .madeAnew(blueprint, way.fromVersion().minor(), way.toVersion().minor())
        .stream()
        .map(
            made ->
                new UndoOutlook.Refill(
                    way.fromVersion(), way.toVersion(), made.object(), made.rowsOf(), made.value()))
        .toList();
  }

  private DeploymentRun run(DeploymentRow deployment) {
    VersionWays ways =
        new BlueprintWays(
            catalog,
            tools.paths(),
            additions,
            deployment.blueprintId(),
            deployment.terms().mayGoBack(),
            deployment.terms().undone());
    AcceptedTenants accepted =
        new AcceptedTenants(catalog, tools.compiler(), deployment.blueprintId(), ways);
    DeploymentProgress progress = new DeploymentProgress(catalog, deployment, ways, accepted);
    DatabaseChange change = new DatabaseChange(fingerprints, ways, additions, accepted);
    TenantSteps steps = new TenantSteps(catalog, tools, deployment, progress, change);
    return new DeploymentRun(
        deployment, progress, steps.work(), steps.onTenants(), tools.workers(), clock);
  }
}
