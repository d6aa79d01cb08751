package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.sqlite.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the statements of one database from taking what all others need. A database has its share
 * of the threads. SQLite looks whether it is interrupted between the steps of a statement, not
 * inside a long function: a statement that outlives its deadline is given up on. Its caller gets an
 * answer, its thread is replaced, and until it ends its database runs one statement at a time. Any
 * thread.
 */
final class Bulkheads {
  private static final Logger LOG = LoggerFactory.getLogger(Bulkheads.class);

  /** Detail {@code reason} of the error that its caller gets. */

  /** How long a statement that is interrupted may take to end. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final LaneThreads threads;
  private final int share;
  private final Map<Path, DatabaseShare> shares = new ConcurrentHashMap<>();
  private final AtomicLong givenUp = new AtomicLong();

  Bulkheads(LaneThreads threads, int share) {
    this.threads = threads;
    this.share = share;
  }

  /**
   * Runs work on a database and waits for it, at most a little longer than its deadline.
   *
   * @param abandoned done when the work ends after all, on its thread
   * @throws EngineException BAD_REQUEST {@code query failed: timeout after 30s} when it is given up
   *     on; CONFLICT {@code database is busy} when it did not begin in time; RATE_LIMITED when too
   *     much waits; else what the work throws
   */
  <T> T run(Path database, Deadline deadline, Supplier<T> work, Runnable abandoned) {
    DatabaseShare taken = use(database);
    try {
      taken.enter(deadline);
      return inside(taken, new Piece<>(database, taken, work, abandoned), deadline);
    } finally {
      leave(database);
    }
  }

  private DatabaseShare use(Path database) {
    return shares.compute(database, (_, known) -> DatabaseShare.used(known, share));
  }

  private void leave(Path database) {
    shares.computeIfPresent(database, (_, known) -> known.left());
  }

  private <T> T inside(DatabaseShare taken, Piece<T> piece, Deadline deadline) {
    boolean over = true;
    try {
      Future<T> running = threads.submit(piece::run);
      try {
        return running.get(
            Math.max(0, deadline.remainingNanos()) + GRACE.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        over = !piece.giveUp();
        if (!over) {
          throw deadline.passed().because(FailureReason.GIVEN_UP);
        }
        return ended(running);
      } catch (InterruptedException e) {
        over = !piece.giveUp();
        running.cancel(true); // which also interrupts the statement
        EngineException interrupted = Waiting.interrupted(e);
        throw over ? interrupted : interrupted.because(FailureReason.GIVEN_UP);
      } catch (ExecutionException e) {
        throw LaneThreads.unwrapped(e);
      }
    } finally {
      if (over) {
        taken.leave();
      }
    }
  }

  /** It has ended just now, or it never began. */
  private static <T> T ended(Future<T> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } catch (CancellationException _) {
      throw Waiting.busy();
    } catch (ExecutionException e) {
      throw LaneThreads.unwrapped(e);
    }
  }

  /** Returns how many statements that were given up on still run. */
  int held() {
    return threads.replaced();
  }

  /** Returns how many statements were given up on since the start. */
  long givenUp() {
    return givenUp.get();
  }

  /** Work that may be given up on. */
  private final class Piece<T> {
    private final Path database;
    private final DatabaseShare taken;
    private final Supplier<T> work;
    private final Runnable abandoned;
    private State state = State.WAITS;

    Piece(Path database, DatabaseShare taken, Supplier<T> work, Runnable abandoned) {
      this.database = database;
      this.taken = taken;
      this.work = work;
      this.abandoned = abandoned;
    }

    T run() {
      if (!step(State.WAITS, State.RUNS)) {
        throw Waiting.busy();
      }
      try {
        return work.get();
      } finally {
        if (!step(State.RUNS, State.OVER)) {
          endLate();
        }
      }
    }

    private synchronized boolean step(State from, State to) {
      boolean can = state == from;
      if (can) {
        state = to;
      }
      return can;
    }

    /** Returns whether it runs, so that its thread is held from now on; else it never will. */
    boolean giveUp() {
      if (step(State.WAITS, State.OVER)) {
        return false;
      }
      boolean runs = step(State.RUNS, State.HELD);
      if (runs) {
        use(database); // as long as it runs, its share is not forgotten
        taken.giveUp();
        threads.replace();
        givenUp.incrementAndGet();
        LOG.warn(
            "A statement on {} goes on, though nobody waits for it: its thread is replaced ({}"
                + " held)",
            database.getFileName(),
            threads.replaced());
      }
      return runs;
    }

    private void endLate() {
      try {
        abandoned.run();
      } finally {
        threads.restore();
        taken.endHeld();
        leave(database);
        LOG.info("A statement on {} that was given up on has ended", database.getFileName());
      }
    }
  }

  private enum State {
    WAITS,
    RUNS,
    HELD,
    OVER
  }
}
