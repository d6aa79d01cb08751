package io.tenantry.core.logs;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.jobs.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Brings events from the threads of queries into the files. A query pays for one place in a ring; a
 * single thread of its own empties the ring every few milliseconds and writes every two seconds.
 * When it cannot keep up, events are dropped and counted. Any thread.
 */
final class LogWriter implements QueryLog, AutoCloseable {
  private static final int RING = 1 << 14;
  private static final int WAKE_AT = RING / 4;
  private static final int WRITE_ENTRIES = 50_000;
  private static final long WRITE_CHARACTERS = 8_000_000;
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();
  private static final long WRITE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long SWEEP_NANOS = Duration.ofSeconds(20).toNanos();

  private final EventRing ring = new EventRing(RING);
  private final OpenLogs logs;
  private final LogTails tails;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<ProjectId, LongAdder> dropped = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean awake;

  LogWriter(OpenLogs logs, LogTails tails) {
    this.logs = logs;
    this.tails = tails;
    thread = Thread.ofPlatform().daemon().name("query-log").start(this::work);
  }

  @Override
  public void record(QueryEvent event) {
    if (closed || !ring.offer(bounded(event))) {
      drop(event.place().project(), 1);
    } else if (!awake && ring.size() > WAKE_AT) {
      awake = true;
      LockSupport.unpark(thread);
    }
  }

  /** A text of megabytes must not wait in memory. */
  private static QueryEvent bounded(QueryEvent event) {
    if (event.query().length() <= ProjectLog.MAX_QUERY) {
      return event;
    }
    return new QueryEvent(
        event.tenantId(),
        event.place(),
        ProjectLog.cut(event.query(), ProjectLog.MAX_QUERY),
        event.source(),
        event.error(),
        event.nanos(),
        event.at(),
        event.rows());
  }

  private void drop(ProjectId project, long count) {
    if (count == 0) {
      return;
    }
    dropped.computeIfAbsent(project, _ -> new LongAdder()).add(count);
  }

  /** Returns how many events of a project were lost since the engine was opened. */
  long dropped(ProjectId project) {
    LongAdder count = dropped.get(project);
    return count == null ? 0 : count.sum();
  }

  /** Writes all that was recorded for a project before this call, then runs work on its log. */
  <T> T settled(ProjectId project, Supplier<T> work) {
    return alone(
        () -> {
          take();
          logs.ifOpen(project).ifPresent(log -> drop(project, logs.write(project, log)));
          return work.get();
        });
  }

  /** Runs work while nothing is written. */
  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    long written = System.nanoTime();
    long swept = written;
    while (!closed) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      awake = false;
      long now = System.nanoTime();
      boolean due = now - written >= WRITE_NANOS;
      boolean sweep = now - swept >= SWEEP_NANOS;
      written = due ? now : written;
      swept = sweep ? now : swept;
      guarded(() -> round(due, sweep));
    }
  }

  private void round(boolean due, boolean sweep) {
    take();
    if (due) {
      logs.writeAll(this::drop);
    }
    if (sweep) {
      logs.closeIdle();
    }
  }

  /** A fault of one round must not end the thread: without it nothing would be noted any more. */
  private void guarded(Runnable round) {
    Fault.guard("Noting queries", () -> alone(() -> done(round)), _ -> false);
  }

  private static boolean done(Runnable round) {
    round.run();
    return true;
  }

  /** Takes all events that were offered before this call. */
  private void take() {
    long until = ring.tail();
    while (ring.isBefore(until)) {
      QueryEvent event = ring.poll();
      if (event == null) {
        Thread.onSpinWait(); // its place is taken, and it is being put there this moment
      } else {
        note(event);
      }
    }
  }

  private void note(QueryEvent event) {
    ProjectId project = event.place().project();
    logs.forNoting(project)
        .ifPresentOrElse(log -> note(project, log, event), () -> drop(project, 1));
  }

  private void note(ProjectId project, ProjectLog log, QueryEvent event) {
    Noted entry = log.add(event);
    tails.publish(event, entry);
    if (log.pendingEntries() >= WRITE_ENTRIES || log.pendingCharacters() >= WRITE_CHARACTERS) {
      drop(project, logs.write(project, log));
    }
  }

  /** Writes what waits and ends; what is recorded later is dropped. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    guarded(
        () -> {
          round(true, false);
          logs.closeAll();
        });
  }
}
