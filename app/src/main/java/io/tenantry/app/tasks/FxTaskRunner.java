package io.tenantry.app.tasks;

import io.tenantry.app.fx.FxThread;
import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs calls on a small pool of named daemon threads and brings answers back to the UI thread.
 * Answers that nobody wants any more are dropped; the work itself is not interrupted, because an
 * interrupt closes file channels under an engine. Any thread.
 */
public final class FxTaskRunner implements TaskRunner, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FxTaskRunner.class);
  private static final int THREADS = 6;

  private final ThreadPoolExecutor pool;
  private final ExecutorService longWork;
  private final ScheduledThreadPoolExecutor clock;
  private final LatestCalls latest = new LatestCalls();
  private final Answers answers = new Answers();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile Consumer<? super EngineException> defaultFailure =
      e -> LOG.error("Nobody handled the failure of a task", e);

  public FxTaskRunner() {
    AtomicInteger number = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> daemon(work, "console-worker-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    longWork = Executors.newCachedThreadPool(work -> daemon(work, "console-long-work"));
    clock = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "console-clock"));
    clock.setRemoveOnCancelPolicy(true); // what was closed would hold its screen until its time
  }

  /** Says what happens to failures of calls that do not handle them themselves. */
  public void onUnhandled(Consumer<? super EngineException> action) {
    defaultFailure = action;
  }

  /** Says whether no call is under way. */
  public boolean isIdle() {
    return underWay.get() == 0;
  }

  @Override
  public <T> TaskCall<T> call(String name, Callable<T> work) {
    return new PreparedCall<>(
        name, work, e -> defaultFailure.accept(e), call -> submit(call, pool));
  }

  @Override
  public <T> TaskCall<T> longCall(String name, Callable<T> work) {
    return new PreparedCall<>(
        name, work, e -> defaultFailure.accept(e), call -> submit(call, longWork));
  }

  @Override
  public Handle every(Duration period, Runnable action) {
    return new Timed(period, action, true).schedule();
  }

  @Override
  public Handle after(Duration delay, Runnable action) {
    return new Timed(delay, action, false).schedule();
  }

  @Override
  public void following(Runnable action, Runnable onAnswered) {
    answers.following(action, onAnswered);
  }

  @Override
  public void bring(Runnable action) {
    FxThread.later(action);
  }

  @Override
  public void forget(Object owner) {
    latest.forget(owner);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    dropWaiting();
    longWork.shutdown();
    pool.shutdown(); // without interrupts: they would close files under an engine
  }

  private void dropWaiting() {
    List<Runnable> waiting = new ArrayList<>();
    pool.getQueue().drainTo(waiting);
    underWay.addAndGet(-waiting.size());
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void submit(PreparedCall<?> call, ExecutorService threads) {
    latest.started(call);
    if (threads.isShutdown()) {
      return;
    }
    Optional<Answers.Round> round = FxThread.isCurrent() ? answers.begun() : Optional.empty();
    underWay.incrementAndGet();
    threads.execute(
        () -> {
          Runnable outcome = call.work();
          FxThread.later(
              () -> {
                underWay.decrementAndGet();
                latest.finished(call);
                try {
                  outcome.run();
                } finally {
                  round.ifPresent(Answers.Round::ended);
                }
              });
        });
  }

  /** One action, scheduled anew each time it has returned, until it is closed. */
  private final class Timed implements Handle {
    private final Duration wait;
    private final Runnable action;
    private final boolean again;
    private volatile boolean closed;
    private volatile @Nullable Future<?> next;

    Timed(Duration wait, Runnable action, boolean again) {
      this.wait = wait;
      this.action = action;
      this.again = again;
    }

    Timed schedule() {
      if (!clock.isShutdown()) {
        Runnable due = () -> FxThread.later(this::fire);
        next = clock.schedule(due, wait.toMillis(), TimeUnit.MILLISECONDS);
      }
      return this;
    }

    private void fire() {
      if (closed) {
        return;
      }
      action.run();
      if (again) {
        schedule();
      }
    }

    @Override
    public void close() {
      closed = true;
      Future<?> waiting = next;
      if (waiting != null) {
        waiting.cancel(false);
      }
    }
  }
}
