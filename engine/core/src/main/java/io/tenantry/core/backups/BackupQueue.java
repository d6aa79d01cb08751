package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.jobs.WorkerPool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few threads that copy, compress and put back, so that backups cannot take a machine away from
 * queries. Any thread.
 */
final class BackupQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackupQueue.class);

  private final WorkerPool workers;
  private int active;
  private volatile boolean stopped;

  BackupQueue(WorkerPool workers) {
    this.workers = workers;
  }

  /** Returns whether the engine is closing: what has not ended must end. */
  boolean isStopped() {
    return stopped;
  }

  /** Does work in the background when its turn comes. */
  void start(String name, Runnable work) {
    repeat(
        name,
        () -> {
          work.run();
          return false;
        });
  }

  /** Does parts of long work one after the other in the background, until one was the last. */
  void repeat(String name, Supplier<Boolean> part) {
    workers.start(new Parts(name, part), 1);
  }

  /** As {@link #repeat}, on all threads at once: parts run side by side. */
  void repeatOnAll(String name, Supplier<Boolean> part) {
    workers.start(new Parts(name, part), workers.size());
  }

  /**
   * Does work when its turn comes and waits for it.
   *
   * @throws EngineException CONFLICT when the engine is closing; otherwise what the work throws
   */
  <T> T call(Supplier<T> work) {
    try {
      return workers.map(List.of(work), each -> tracked(each)).getFirst();
    } catch (CancellationException closing) {
      throw new EngineException(ErrorCode.CONFLICT, "the engine is closing", Map.of(), closing);
    }
  }

  private <T> T tracked(Supplier<T> work) {
    if (!enter()) {
      throw new Stopped();
    }
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized boolean enter() {
    if (stopped) {
      return false;
    }
    active++;
    return true;
  }

  private synchronized void leave() {
    active--;
    notifyAll();
  }

  /** Starts nothing more and waits for what runs, which ends as soon as it can. */
  @Override
  public synchronized void close() {
    stopped = true;
    while (active > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Work in parts. */
  private final class Parts implements WorkerPool.Turn {
    private final String name;
    private final Supplier<Boolean> part;

    Parts(String name, Supplier<Boolean> part) {
      this.name = name;
      this.part = part;
    }

    @Override
    public void started(int turns) {
      LOG.trace("{} waits for its turn", name);
    }

    @Override
    public boolean take() {
      try {
        return tracked(part);
      } catch (CancellationException closing) {
        LOG.info("{} stops with the engine", name);
        return false;
      }
    }

    @Override
    public void ended(boolean dropped) {
      LOG.trace("{} ended", name);
    }
  }
}
