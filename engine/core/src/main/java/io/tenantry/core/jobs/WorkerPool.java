package io.tenantry.core.jobs;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded number of platform threads that share out the items of lists. Callers take turns item
 * by item, so that a long list does not keep a short one waiting. Any thread.
 */
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
  private static final long IDLE_SECONDS = 30;

  private final int size;
  private final ThreadPoolExecutor threads;

  /** Creates a pool whose threads carry the given name; they start when there is work. */
  public WorkerPool(String name, int size) {
    this.size = size;
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Returns how many items are worked on at a time. */
  public int size() {
    return size;
  }

  /**
   * Does the work for every item, several at a time, and waits for all.
   *
   * @return the results in the order of the items
   * @throws java.util.concurrent.CancellationException when the waiting thread is interrupted or
   *     the pool is closed meanwhile
   * @throws RuntimeException what the work threw first; no further item is started then
   */
  public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
    SharedList<T, R> list = new SharedList<>(items, work);
    start(list, items.size());
    return list.await();
  }

  /**
   * Puts up to as many threads as there are on the work and returns at once. Each goes on until
   * {@link Turn#take()} says that nothing is left, or the pool is closed. Work whose turns ended
   * because it had to wait for something may be started again.
   */
  public void start(Turn work, int atMost) {
    int turns = Math.min(size, atMost);
    work.started(turns);
    for (int i = 0; i < turns; i++) {
      next(work);
    }
  }

  private void next(Turn work) {
    try {
      threads.execute(new Piece(work));
    } catch (RejectedExecutionException closed) {
      work.ended(true);
    }
  }

  /** Lets running items end and drops the others. */
  @Override
  public void close() {
    threads
        .shutdownNow()
        .forEach(
            dropped -> {
              if (dropped instanceof Piece piece) {
                piece.work.ended(true);
              }
            });
  }

  /** Work that comes in many small parts. */
  public interface Turn {
    /** Says with how many more threads it goes on; called before these do any part. */
    void started(int turns);

    /** Does one part; returns whether more is left. A fault ends the turn. */
    boolean take();

    /**
     * One of the turns is over; dropped by a fault or because the pool was closed, or at its end.
     */
    void ended(boolean dropped);
  }

  private final class Piece implements Runnable {
    private final Turn work;

    Piece(Turn work) {
      this.work = work;
    }

    /** Goes on with the next part while nobody else waits for a thread; handing over costs more. */
    @Override
    public void run() {
      boolean more;
      try {
        do {
          more = work.take();
        } while (more && threads.getQueue().isEmpty() && !threads.isShutdown());
      } catch (RuntimeException | Error e) {
        LOG.error("A worker met a fault", e);
        work.ended(true);
        return;
      }
      if (more) {
        next(work);
      } else {
        work.ended(false);
      }
    }
  }
}
