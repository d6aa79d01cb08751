package io.tenantry.core.jobs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work that outlives the call that started it, each on a thread of its own. The work itself is
 * durable: what is left of it lies in the catalog, and the next opening starts it again. Any
 * thread.
 */
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final StopSignal stop = new StopSignal();
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();

  /** Long work. */
  public interface Job {
    /** Works until it is done, or the signal says that the engine is closing. */
    void run(StopSignal stop);
  }

  /** Starts a job and returns at once; does nothing when the engine is closing. */
  public void start(String name, Job job) {
    if (!stop.isStopped()) {
      Thread.ofPlatform().daemon().name(name).start(() -> run(name, job));
    }
  }

  private void run(String name, Job job) {
    running.add(Thread.currentThread());
    try {
      if (!stop.isStopped()) {
        job.run(stop);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("Job {} ended by a fault; it is taken up again at the next start", name, e);
    } finally {
      running.remove(Thread.currentThread());
    }
  }

  /** Tells all jobs to stop, and waits for them. */
  @Override
  public void close() {
    stop.stop();
    for (Thread job : running) {
      try {
        job.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
