package io.tenantry.core.isolation;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.jobs.StopSignal;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one move. The steps, and what a crash behind each leaves:
 *
 * <ol>
 *   <li>One transaction notes the move and sets the tenant syncing ({@link IsolationEngine}).
 *   <li>A copy is made at the new place while statements go on at the old one: a snapshot, then
 *       what was committed since, until little is left.
 *   <li>The tenant is set migrating: new statements wait. Those that run are waited for, at most
 *       eight seconds.
 *   <li>The copy gets the rest and is made durable. Crash behind any step up to here: the old place
 *       is the database, untouched; the next opening sets the tenant syncing, deletes the copy and
 *       makes it again.
 *   <li>One transaction makes the new place the database, sets the tenant ready, notes how the move
 *       ended, and that the old file has to go. Crash behind it: the new place is the database; the
 *       next opening deletes the old file.
 *   <li>The old file is closed and deleted ({@link RetiredFiles}).
 * </ol>
 *
 * What fails before the switch is taken back: one transaction sets the tenant ready, notes why, and
 * that the copy has to go. When the engine is closed meanwhile, the move stays as a crash leaves
 * it.
 */
final class MoveRun {
  private static final Logger LOG = LoggerFactory.getLogger(MoveRun.class);
  private static final Duration LONGEST_WAIT_FOR_WRITERS = Duration.ofSeconds(60);

  private static final long SMALL_REST = 256 << 10;
  private static final int MOST_ROUNDS = 20;

  private final IsolationEngine engine;
  private final Move move;
  private final StopSignal stop;
  private final DatabaseFile source;
  private final Path target;
  private boolean switched;

  MoveRun(IsolationEngine engine, Move move, StopSignal stop) {
    this.engine = engine;
    this.move = move;
    this.stop = stop;
    this.source =
        new DatabaseFile(engine.files().of(move.from()), Profile.TENANT, Integer.MAX_VALUE);
    this.target = engine.files().of(move.to());
  }

  /** Moves the database, or leaves it where it is and says why. */
  void run() {
    Fault.guard(
        "Moving " + move,
        () -> {
          try {
            carryOut();
          } catch (EngineException e) {
            failed(e);
          }
          return true;
        },
        fault -> {
          failed(EngineException.internal("internal error", fault));
          return false;
        });
  }

  private void carryOut() {
    engine.reached(Milestone.BEGUN);
    engine.files().removeUnused(target); // a crash may have left it
    Deadline deadline = Deadline.in(LONGEST_WAIT_FOR_WRITERS);
    try (OnlineCopy copy = OnlineCopy.begin(engine.databases(), source, target, deadline)) {
      copy.copySnapshot();
      engine.reached(Milestone.COPIED);
      catchUp(copy);
      engine.reached(Milestone.CAUGHT_UP);
      if (stop.isStopped()) {
        return;
      }
      hold(copy);
    }
    engine.reached(Milestone.SWITCHED);
    engine.retired().remove(move.from());
    engine.reached(Milestone.CLEANED);
  }

  private void catchUp(OnlineCopy copy) {
    long rest = Long.MAX_VALUE;
    for (int i = 0; i < MOST_ROUNDS && rest > SMALL_REST && !stop.isStopped(); i++) {
      rest = copy.catchUp();
    }
    syncFolders();
  }

  /** The folder of a host may be new itself. */
  private void syncFolders() {
    Path host = target.resolveSibling(".").normalize();
    AtomicFiles.syncFolder(host);
    AtomicFiles.syncFolder(host.resolveSibling(".").normalize());
  }

  private void hold(OnlineCopy copy) {
    long start = System.nanoTime();
    engine
        .catalog()
        .execute(
            handle -> {
              requireRunning(IsolationRepository.isRunning(handle, move.id()));
              TenantOperationRepository.setStatus(
                  handle, move.tenantId(), TenantStatus.MIGRATING, engine.clock().instant());
            });
    engine.reached(Milestone.HELD);
    try {
      engine
          .databases()
          .withWriterAlone(
              source,
              OnlineCopy.READERS,
              Deadline.in(engine.longestHold()),
              writer -> {
                copy.catchUp();
                copy.requireComplete(writer);
                engine.reached(Milestone.COMPLETE);
                switchOver(start);
                return true;
              });
    } catch (EngineException e) {
      throw e.code() == ErrorCode.CONFLICT ? inUse(e) : e;
    }
  }

  private static EngineException inUse(EngineException cause) {
    return new EngineException(
            ErrorCode.CONFLICT,
            "The database stays where it is: a long statement or session did not end in time",
            Map.of(),
            cause)
        .because(ConflictKind.BUSY);
  }

  private void switchOver(long holdStart) {
    long size = size();
    engine
        .catalog()
        .execute(
            handle -> {
              requireRunning(IsolationRepository.isRunning(handle, move.id()));
              TenantOperationRepository.switchTo(handle, move.tenantId(), move.to());
              TenantOperationRepository.end(handle, move.tenantId(), engine.clock().instant());
              RetiredFileRepository.insert(handle, move.from());
              IsolationRepository.complete(
                  handle,
                  move.id(),
                  size,
                  TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - holdStart),
                  engine.clock().instant());
            });
    switched = true;
    LOG.info(
        "Moved {}: {} bytes; statements waited {} ms",
        move,
        size,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - holdStart));
  }

  private long size() {
    try {
      return Files.size(target);
    } catch (IOException e) {
      throw FileFailures.of("read", target, e);
    }
  }

  private static void requireRunning(boolean running) {
    if (!running) {
      throw new EngineException(ErrorCode.NOT_FOUND, "the tenant was deleted meanwhile");
    }
  }

  private void failed(EngineException reason) {
    if (switched) {
      LOG.warn("After moving {}", move, reason);
    } else {
      LOG.warn("Not moved: {}", move, reason);
      takeBack(reason.message());
    }
  }

  private void takeBack(String reason) {
    engine
        .catalog()
        .execute(
            handle -> {
              if (IsolationRepository.isRunning(handle, move.id())) {
                TenantOperationRepository.end(handle, move.tenantId(), engine.clock().instant());
                IsolationRepository.fail(handle, move.id(), reason, engine.clock().instant());
              }
              RetiredFileRepository.insert(handle, move.to());
            });
    engine.retired().remove(move.to());
  }
}
