package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.sqlite.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The platform threads that may wait inside SQLite. A native call pins the carrier of a virtual
 * thread: two slow queries on request threads would stop a whole server. Any thread.
 */
public final class Lanes implements AutoCloseable {
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

  /** A database has at least two threads, so that one slow statement is not all it has. */
  private static final int SMALLEST_SHARE = 2;

  private static final int SHARES = 4;

  private final Map<Lane, LaneThreads> lanes = new EnumMap<>(Lane.class);
  private final Bulkheads bulkheads;
  private final Semaphore onCarriers = new Semaphore(readsOnCarriers());

  /**
   * Returns how many reads may pin a carrier of virtual threads at the same time. A server gives
   * the scheduler so many carriers more than there are processors.
   */
  public static int readsOnCarriers() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  /** Starts both lanes; their threads are made on demand. */
  public Lanes(LaneSizes sizes) {
    LaneThreads fast =
        new LaneThreads("database-fast-", sizes.fastThreads(), sizes.queueCapacity());
    lanes.put(Lane.FAST, fast);
    lanes.put(
        Lane.SLOW, new LaneThreads("database-slow-", sizes.slowThreads(), sizes.queueCapacity()));
    bulkheads = new Bulkheads(fast, Math.max(SMALLEST_SHARE, sizes.fastThreads() / SHARES));
  }

  /**
   * Runs work in a lane and waits for it. A platform thread may wait inside SQLite itself and has a
   * pool of its own that bounds it: for such a caller the work runs at once, where it is.
   *
   * @throws EngineException RATE_LIMITED with details {@code retry_after_seconds} when too much
   *     work waits already; CONFLICT when the waiting thread is interrupted; otherwise what the
   *     work throws
   */
  public <T> T call(Lane lane, Supplier<T> work) {
    if (!Thread.currentThread().isVirtual()) {
      return work.get();
    }
    Future<T> future = threads(lane).submit(work);
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw Waiting.interrupted(e);
    } catch (ExecutionException e) {
      throw LaneThreads.unwrapped(e);
    }
  }

  /**
   * Runs a read, which waits for no disk as a commit does: where it is, as long as enough carriers
   * of virtual threads stay free for everybody else, otherwise in the fast lane. Handing it over
   * costs about as much as the read. It must consist of short steps: here nobody can give it up.
   *
   * @throws EngineException as {@link #statement}
   */
  public <T> T read(Path database, Deadline deadline, Supplier<T> work) {
    if (!Thread.currentThread().isVirtual() || !onCarriers.tryAcquire()) {
      return statement(database, deadline, work, () -> {});
    }
    try {
      return work.get();
    } finally {
      onCarriers.release();
    }
  }

  /**
   * Runs a statement of a user in the fast lane and waits for it, at most a little longer than its
   * deadline: what cannot be stopped is given up on. A platform thread does it itself, as {@link
   * #call} says.
   *
   * @param database its file, which has its share of the lane
   * @param abandoned done when it ends after it was given up on, on its thread
   * @throws EngineException as {@link #call}; BAD_REQUEST {@code query failed: timeout after 30s}
   *     when it is given up on; CONFLICT {@code database is busy} when its database has too many
   */
  public <T> T statement(Path database, Deadline deadline, Supplier<T> work, Runnable abandoned) {
    return Thread.currentThread().isVirtual()
        ? bulkheads.run(database, deadline, work, abandoned)
        : work.get();
  }

  /** Returns whether an error tells of work that goes on, though nobody waits for it any more. */
  public static boolean isGivenUp(EngineException error) {
    return error.isBecause(FailureReason.GIVEN_UP);
  }

  /** Returns how many statements that were given up on still run, each on a thread of its own. */
  public int held() {
    return bulkheads.held();
  }

  /** Returns how many statements were given up on since the start. */
  public long givenUp() {
    return bulkheads.givenUp();
  }

  private LaneThreads threads(Lane lane) {
    LaneThreads threads = lanes.get(lane);
    if (threads == null) {
      throw new IllegalStateException("no lane " + lane);
    }
    return threads;
  }

  /** Returns how many pieces of work run in a lane now, approximately. */
  public int running(Lane lane) {
    return threads(lane).running();
  }

  /** Returns how many pieces of work wait for a lane now, approximately. */
  public int waiting(Lane lane) {
    return threads(lane).waiting();
  }

  /** Takes no more work and waits a few seconds for what runs. */
  @Override
  public void close() {
    lanes.values().forEach(LaneThreads::shutdown);
    long end = System.nanoTime() + CLOSE_WAIT.toNanos();
    lanes.values().forEach(threads -> threads.awaitEnd(end));
  }
}
