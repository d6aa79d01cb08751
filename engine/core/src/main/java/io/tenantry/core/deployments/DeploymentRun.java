package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.deployments.DeploymentProgress.Ended;
import io.tenantry.core.deployments.DeploymentProgress.Pending;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.tenants.TenantFiles;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works one deployment off: the workers take tenants in catalog order, this thread notes in batches
 * how they ended.
 *
 * <p>Crash between a tenant's commit and its note: the file says where it stands; the next opening
 * takes the tenant up again, finds nothing to do, and notes it as done. Crash after the last note:
 * the next opening only ends the deployment.
 */
final class DeploymentRun implements JobRunner.Job {
  private static final long NOTE_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long RETRY_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final Logger LOG = LoggerFactory.getLogger(DeploymentRun.class);
  private static final String PREFIX = "query failed: ";

  private final DeploymentRow deployment;
  private final DeploymentProgress progress;
  private final TenantStep step;
  private final TenantFiles files;
  private final WorkerPool workers;
  private final InstantSource clock;
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private final List<Ended> batch = new ArrayList<>();

  DeploymentRun(
      DeploymentRow deployment,
      DeploymentProgress progress,
      TenantStep step,
      TenantFiles files,
      WorkerPool workers,
      InstantSource clock) {
    this.deployment = deployment;
    this.progress = progress;
    this.step = step;
    this.files = files;
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public void run(StopSignal stop) {
    Turns turns = new Turns(stop);
    workers.start(turns, workers.size());
    boolean over = false;
    while (!over || !batch.isEmpty()) {
      over = turns.areOver(NOTE_EVERY_NANOS);
      collect();
      boolean stopped = stop.isStopped();
      if (stopped) {
        step.interrupt();
      }
      boolean noted = isWritten(this::note);
      if (!noted && stopped && over) {
        return;
      }
    }
    while (!stop.isStopped() && !isWritten(() -> progress.finish(clock.instant()))) {
      LOG.warn("The end of {} is tried again", deployment.id());
    }
  }

  private void collect() {
    for (Ended next = ended.poll(); next != null; next = ended.poll()) {
      batch.add(next);
    }
  }

  private void note() {
    if (!batch.isEmpty()) {
      progress.note(batch, clock.instant());
      batch.clear();
    }
  }

  /** What cannot be written, for example on a full disk, is tried again a little later. */
  private boolean isWritten(Runnable write) {
    try {
      write.run();
      return true;
    } catch (EngineException e) {
      LOG.warn("The progress of {} cannot be noted: {}", deployment.id(), e.message());
      LockSupport.parkNanos(this, RETRY_AFTER_NANOS);
      return false;
    }
  }

  private Optional<Ended> deploy(Pending tenant, StopSignal stop) {
    long start = System.nanoTime();
    try {
      int found = step.run(files.of(tenant.place()));
      return Optional.of(
          new Ended(
              tenant.tenantId(),
              State.DONE,
              found == deployment.minor() ? tenant.minor() : found,
              null,
              since(start)));
    } catch (EngineException e) {
      if (stop.isStopped()) {
        return Optional.empty(); // interrupted; its turn comes again at the next opening
      }
      String reason = e.message();
      return Optional.of(
          failed(
              tenant,
              reason.startsWith(PREFIX) ? reason.substring(PREFIX.length()) : reason,
              start));
    }
  }

  private static Ended failed(Pending tenant, String reason, long start) {
    return new Ended(tenant.tenantId(), State.FAILED, tenant.minor(), reason, since(start));
  }

  private static long since(long startNanos) {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos);
  }

  /** What the workers do, tenant by tenant. */
  private final class Turns implements WorkerPool.Turn {
    private final StopSignal stop;
    private final Deque<Pending> loaded = new ArrayDeque<>();
    private long last;
    private volatile CountDownLatch open = new CountDownLatch(0);

    Turns(StopSignal stop) {
      this.stop = stop;
    }

    @Override
    public void started(int turns) {
      open = new CountDownLatch(turns);
    }

    @Override
    public boolean take() {
      if (stop.isStopped()) {
        return false;
      }
      Optional<Pending> tenant = nextTenant();
      tenant
          .flatMap(
              each ->
                  Fault.guard(
                      "Deployment " + deployment.id() + " at tenant " + each.tenant(),
                      () -> deploy(each, stop),
                      _ -> Optional.of(failed(each, "internal error", System.nanoTime()))))
          .ifPresent(ended::add);
      return tenant.isPresent();
    }

    private synchronized Optional<Pending> nextTenant() {
      if (loaded.isEmpty()) {
        loaded.addAll(progress.pendingAfter(last));
      }
      Optional<Pending> next = Optional.ofNullable(loaded.pollFirst());
      next.ifPresent(tenant -> last = tenant.tenantId());
      return next;
    }

    @Override
    public void ended(boolean dropped) {
      open.countDown();
    }

    /** Waits so long for all turns to be over; returns whether they are. */
    boolean areOver(long nanos) {
      try {
        return open.await(nanos, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a deployment", e);
      }
    }
  }
}
