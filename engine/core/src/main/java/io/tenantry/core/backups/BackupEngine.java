package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.tenants.RestoredTenants;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts behind all backup services of one engine: takes backups in the background, by hand and
 * by the clock, and brings order to what a crash cut short. Any thread.
 */
public final class BackupEngine implements Recovery, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackupEngine.class);
  private static final long TICK_SECONDS = 30;
  private static final Duration EXPIRE_EVERY = Duration.ofHours(1);

  private final Catalog catalog;
  private final InstantSource clock;
  private final BackupFiles files;
  private final BackupQueue queue;
  private final BackupTaking taking;
  private final SafetyBackups safety;
  private final ReplacedFiles replaced;
  private final RollbackRun rollbacks;
  private final PuttingBack puttingBack;
  private final BackupVerification verification;
  private final BackupRestoring restoring;
  private final BackupRules rules;
  private final BackupRetention retention;
  private final BackupRuns runs;
  private final TrialRestores trials;
  private final NightlyBackups nightly;
  private volatile Future<?> ticking = CompletableFuture.completedFuture(true);
  private final AtomicReference<Instant> expireFrom = new AtomicReference<>(Instant.MIN);

  /**
   * Puts the parts together.
   *
   * @param workers copy, compress and put back that many databases at a time
   * @param newTenants makes tenants from backups
   */
  public BackupEngine(
      BackupStorage storage, BackupConfig config, WorkerPool workers, RestoredTenants newTenants) {
    this.catalog = storage.catalog();
    this.clock = storage.clock();
    this.files = new BackupFiles(storage.folder());
    this.queue = new BackupQueue(workers);
    Packing packing = new Packing(queue::isStopped);
    DatabaseCopy copy = new DatabaseCopy(storage.databases());
    DatabaseNotes notes = new DatabaseNotes(storage.sqlite());
    this.taking = new BackupTaking(catalog, storage.tenants(), files, copy, notes, packing, clock);
    UnpackedDatabases unpacked =
        new UnpackedDatabases(storage.tenants(), files, packing, storage.sqlite());
    this.safety = new SafetyBackups(catalog, taking, unpacked);
    this.replaced = new ReplacedFiles(catalog, storage.tenants(), storage.databases());
    this.rollbacks =
        new RollbackRun(
            catalog,
            storage.databases(),
            storage.tenants(),
            safety,
            files,
            packing,
            new RollbackRun.Replacing(unpacked, replaced, clock));
    this.puttingBack = new PuttingBack(catalog, rollbacks, files, packing, clock);
    this.verification = new BackupVerification(catalog, files, packing, storage.sqlite(), clock);
    this.restoring = new BackupRestoring(unpacked, newTenants);
    this.rules = new BackupRules(catalog, config, clock);
    this.retention = new BackupRetention(catalog, files, rules, clock);
    this.nightly = new NightlyBackups(catalog, taking, retention, queue, rules, clock);
    this.trials = new TrialRestores(storage, files, packing, notes, queue);
    this.runs = new BackupRuns(catalog, taking, queue, clock);
  }

  /** Returns the backups that other features take before they replace data. */
  public SafetyBackups safety() {
    return safety;
  }

  /** Returns what puts backups back for other features. */
  public PuttingBack puttingBack() {
    return puttingBack;
  }

  /** Returns what restores backups to look at them, for drills. */
  public TrialRestores trials() {
    return trials;
  }

  Catalog catalog() {
    return catalog;
  }

  InstantSource clock() {
    return clock;
  }

  BackupFiles files() {
    return files;
  }

  BackupQueue queue() {
    return queue;
  }

  BackupTaking taking() {
    return taking;
  }

  BackupVerification verification() {
    return verification;
  }

  BackupRestoring restoring() {
    return restoring;
  }

  BackupRules rules() {
    return rules;
  }

  BackupRuns runs() {
    return runs;
  }

  BackupRetention retention() {
    return retention;
  }

  /**
   * Ends backups that a crash cut short, clears away what is left of them, and goes on with
   * rollbacks and runs.
   */
  @Override
  public void atOpen() {
    catalog.read(BackupRepository::running).forEach(this::endCutShort);
    files.discardAll();
    catalog
        .read(handle -> TenantOperationRepository.open(handle, RollbackStart.KIND))
        .forEach(open -> goOn(open.tenantId()));
    runs.atOpen();
    tick();
  }

  private void endCutShort(BackupRow backup) {
    LOG.info("Backup {} was cut short", backup.storagePath());
    files.delete(backup);
    catalog.execute(
        handle ->
            BackupRepository.failed(
                handle, backup.id(), "the engine stopped before it was complete", clock.instant()));
  }

  private void goOn(long tenant) {
    Optional<RollbackRow> rollback =
        catalog.read(handle -> RollbackRepository.running(handle, tenant));
    rollback.ifPresent(this::start);
  }

  /** Carries a rollback out in the background. */
  void start(RollbackRow rollback) {
    queue.start("rollback", () -> rollbacks.run(rollback));
  }

  /** Takes announced backups in the background, one after the other. */
  void start(List<BackupRow> backups) {
    for (BackupRow backup : backups) {
      queue.start("backup " + backup.storagePath(), () -> take(backup));
    }
  }

  private void take(BackupRow backup) {
    try {
      taking.run(backup);
    } catch (EngineException noted) {
      LOG.debug("noted with the backup", noted);
    }
  }

  /** Looks at the clock from time to time, until the scheduler ends. */
  public void runBy(ScheduledExecutorService scheduler) {
    ticking =
        scheduler.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
  }

  /** Starts what is due by the clock; cheap. */
  void tick() {
    nightly.tick();
    Instant now = clock.instant();
    if (!now.isBefore(expireFrom.get())) {
      expireFrom.set(now.plus(EXPIRE_EVERY));
      queue.start("expired backups", retention::expire);
      queue.start("replaced files", replaced::removeAll);
    }
  }

  /** Starts nothing more, and waits for what runs to come to a point where it can be cut short. */
  @Override
  public void close() {
    ticking.cancel(false);
    queue.close();
  }
}
