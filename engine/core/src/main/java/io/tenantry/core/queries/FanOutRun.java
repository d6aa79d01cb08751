package io.tenantry.core.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.core.databases.StatementStop;
import io.tenantry.core.databases.Waiting;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.tenants.TenantTarget;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fan-out. The threads of the pool ask one tenant after the other and put the answers where the
 * reader takes them. When so many lie there that the reader is clearly slower, the threads leave
 * and serve others; the reader calls them back once it has caught up. Any thread.
 */
final class FanOutRun implements FanOut, WorkerPool.Turn {
  private static final int MOST_READY = 256;
  private static final long MOST_READY_BYTES = 4L << 20;

  private final WorkerPool pool;
  private final List<TenantTarget> targets;
  private final Asking asking;
  private final Runnable afterwards;
  private final Deque<Ready> ready = new ArrayDeque<>();
  private final Set<StatementStop> asked = new LinkedHashSet<>();
  private FanOutProgress progress;
  private long readyBytes;
  private int next;
  private int turns;
  private boolean cancelled;
  private boolean closed;
  private boolean broken;
  private boolean done;

  /** Asks one tenant. */
  @FunctionalInterface
  interface Asking {
    /**
     * Returns its answer; empty when it was stopped before it had one.
     *
     * @param position its place among the tenants
     */
    Optional<FanOutAnswer> ask(int position, TenantTarget target, StatementStop stop);
  }

  private record Ready(FanOutAnswer answer, long bytes) {}

  private record Visit(int position, StatementStop stop) {}

  /**
   * Prepares it; {@link #start} begins.
   *
   * @param afterwards is run once, when it is over or closed
   */
  FanOutRun(WorkerPool pool, List<TenantTarget> targets, Asking asking, Runnable afterwards) {
    this.pool = pool;
    this.targets = targets;
    this.asking = asking;
    this.afterwards = afterwards;
    this.progress = FanOutProgress.of(targets.size());
  }

  synchronized FanOutRun start() {
    callThreads();
    endIfOver();
    return this;
  }

  @Override
  public synchronized void started(int more) {
    turns += more;
  }

  @Override
  public boolean take() {
    Visit visit = begin();
    if (visit == null) {
      return false;
    }
    Optional<FanOutAnswer> answer = Optional.empty();
    try {
      answer = asking.ask(visit.position(), targets.get(visit.position()), visit.stop());
    } finally {
      settle(visit, answer);
    }
    return mayGoOn();
  }

  private synchronized @Nullable Visit begin() {
    if (!mayGoOn()) {
      return null;
    }
    Visit visit = new Visit(next++, new StatementStop());
    asked.add(visit.stop());
    return visit;
  }

  private synchronized boolean mayGoOn() {
    boolean room = ready.size() + asked.size() < MOST_READY && readyBytes < MOST_READY_BYTES;
    return hasMore() && room;
  }

  private boolean hasMore() {
    return next < targets.size() && !cancelled && !broken;
  }

  private synchronized void settle(Visit visit, Optional<FanOutAnswer> answer) {
    if (!asked.remove(visit.stop()) || closed) {
      return; // it was called off before it began, so nobody waits for it
    }
    answer.ifPresent(this::put);
    broken |= answer.isEmpty() && !cancelled; // by a fault
    wake();
  }

  private void put(FanOutAnswer answer) {
    long bytes = AnswerSize.of(answer.answer());
    readyBytes += bytes;
    ready.add(new Ready(answer, bytes));
  }

  private void wake() {
    endIfOver();
    if (ready.size() <= 1) {
      notifyAll(); // with more there, the reader is not waiting
    }
  }

  /** A reader may have made room between the last part of a turn and its end. */
  @Override
  public synchronized void ended(boolean dropped) {
    turns--;
    broken |= dropped && hasMore();
    if (broken) {
      notifyAll();
    } else if (mayGoOn()) {
      callThreads();
    }
  }

  private void callThreads() {
    int missing = Math.min(pool.size(), targets.size() - next) - turns;
    if (hasMore() && missing > 0) {
      pool.start(this, missing);
    }
  }

  @Override
  public synchronized FanOutProgress progress() {
    return progress;
  }

  @Override
  public synchronized Optional<FanOutAnswer> next(Duration patience) {
    await(System.nanoTime() + patience.toNanos());
    Ready first = ready.poll();
    if (first == null) {
      failIfBroken();
      return Optional.empty();
    }
    readyBytes -= first.bytes();
    progress = progress.plus(first.answer().answer());
    if (ready.size() <= MOST_READY / 2 && readyBytes <= MOST_READY_BYTES / 2) {
      callThreads();
    }
    endIfOver();
    return Optional.of(first.answer());
  }

  private void await(long until) {
    try {
      long left = until - System.nanoTime();
      while (ready.isEmpty() && !over() && !broken && left > 0) {
        wait(Math.max(1, left / 1_000_000));
        left = until - System.nanoTime();
      }
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  private void failIfBroken() {
    if (broken && !closed) {
      throw EngineException.internal("The engine stopped asking tenants; its log says more", null);
    }
  }

  @Override
  public synchronized boolean isOver() {
    return over();
  }

  private boolean over() {
    boolean allAsked = cancelled || next == targets.size();
    return closed || ready.isEmpty() && asked.isEmpty() && allAsked && !broken;
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    asked.removeIf(stop -> !stop.stop());
    endIfOver();
    notifyAll();
  }

  @Override
  public synchronized void close() {
    cancel();
    closed = true;
    ready.clear();
    readyBytes = 0;
    endIfOver();
    notifyAll();
  }

  private void endIfOver() {
    if (!done && over()) {
      done = true;
      afterwards.run();
    }
  }
}
