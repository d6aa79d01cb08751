package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.tenants.RestoredTenants;
import io.tenantry.core.tenants.TenantLeftovers;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The parts behind point-in-time recovery; goes on with what a crash cut short. Any thread. */
public final class RecoveryEngine implements Recovery, TenantLeftovers, AutoCloseable {
  private static final long COPIES_EVERY_SECONDS = 2;
  private static final long SWEEP_EVERY_SECONDS = 60;

  private final Catalog catalog;
  private final JobRunner jobs;
  private final PastStates states;
  private final PastDatabases past;
  private final RecoveryRun run;
  private final RecoveryUndoing undoing;
  private final Forking forking;
  private final RecoverySweep sweep;
  private final HistoryKeeper keeper;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("recovery-sweeper").factory());

  /** Where the files of tenants are and who opens them. */
  public record Files(TenantPlaces places, TenantDatabases databases, Archives archives) {}

  /** Puts the parts together. */
  public RecoveryEngine(
      Catalog catalog,
      Files files,
      RestoredTenants newTenants,
      JobRunner jobs,
      RecoveryConfig config,
      InstantSource clock) {
    this.catalog = catalog;
    this.jobs = jobs;
    SchemaFingerprints fingerprints = new SchemaFingerprints();
    states =
        new PastStates(catalog, files.places(), files.databases(), files.archives(), config, clock);
    past = new PastDatabases(states);
    run = new RecoveryRun(catalog, states, fingerprints);
    forking = new Forking(states, newTenants, fingerprints);
    undoing = new RecoveryUndoing(catalog, states, fingerprints);
    keeper = new HistoryKeeper(files.archives(), files.databases(), config, clock);
    sweep = new RecoverySweep(catalog, states, keeper, past);
  }

  Catalog catalog() {
    return catalog;
  }

  PastStates states() {
    return states;
  }

  Forking forking() {
    return forking;
  }

  RecoveryUndoing undoing() {
    return undoing;
  }

  /** Returns the databases of the past. */
  public PastDatabases past() {
    return past;
  }

  /** Goes on with recoveries, and starts to keep histories usable and bounded. */
  @Override
  public void atOpen() {
    catalog
        .read(handle -> TenantOperationRepository.open(handle, RecoveryRun.KIND))
        .forEach(this::start);
    catalog
        .read(handle -> TenantOperationRepository.open(handle, RecoveryUndoing.KIND))
        .forEach(open -> jobs.start("recovery-undo", _ -> undoing.resume(open)));
    sweeper.execute(() -> guarded(sweep::removeScratch));
    sweeper.scheduleWithFixedDelay(
        () -> guarded(keeper::takeBases),
        COPIES_EVERY_SECONDS,
        COPIES_EVERY_SECONDS,
        TimeUnit.SECONDS);
    sweeper.scheduleWithFixedDelay(
        () -> guarded(sweep::run), 1, SWEEP_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Carries out a recovery in the background. */
  void start(long tenantId) {
    catalog.read(handle -> TenantOperationRepository.open(handle, RecoveryRun.KIND)).stream()
        .filter(open -> open.tenantId() == tenantId)
        .forEach(this::start);
  }

  private void start(TenantOperationRepository.Open operation) {
    jobs.start("recovery-" + operation.tenant(), _ -> run.run(operation));
  }

  /** Deletes soon what an undo has left over. */
  void sweepSoon() {
    if (!sweeper.isShutdown()) {
      sweeper.execute(() -> guarded(sweep::removeDue));
    }
  }

  /** Runs one round of everything that is due by the clock. */
  void sweepNow() {
    keeper.takeBases();
    sweep.run();
  }

  private static void guarded(Runnable work) {
    Fault.guard(
        "Keeping histories",
        () -> {
          work.run();
          return true;
        },
        _ -> false);
  }

  /** Forgets the past of a database that is destroyed. */
  @Override
  public void delete(TenantPlace place) {
    sweep.forget(place);
  }

  /** Waits up to ten seconds for what runs by the clock. */
  @Override
  public void close() {
    sweeper.shutdown();
    try {
      if (!sweeper.awaitTermination(10, TimeUnit.SECONDS)) {
        sweeper.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EngineException.internal("interrupted", e);
    }
  }
}
