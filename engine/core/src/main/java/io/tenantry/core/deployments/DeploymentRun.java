package io.tenantry.core.deployments;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.deployments.DeploymentAdvance.LookAfter;
import io.tenantry.core.deployments.DeploymentAdvance.Next;
import io.tenantry.core.deployments.DeploymentAdvance.Over;
import io.tenantry.core.deployments.DeploymentAdvance.Work;
import io.tenantry.core.deployments.DeploymentProgress.Ended;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import io.tenantry.core.jobs.WorkerPool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works one deployment off: the workers take tenants in catalog order, this thread notes in batches
 * how they ended, and asks after each pass what comes next.
 *
 * <p>What a crash leaves, and who repairs it:
 *
 * <ol>
 *   <li>Between a tenant's commit and its note: the file says where it stands; the next opening
 *       takes the tenant up again, finds nothing to do, and notes it as done.
 *   <li>The same while it is paused, cancelled or stopped: it is not settled then, and the next
 *       opening looks at the tenants that wait, without changing any, and notes those it finds
 *       done.
 *   <li>After the last note of a stage: the next opening makes the same decision about what
 *       follows.
 *   <li>After the last note of all: the next opening only ends the deployment.
 * </ol>
 */
final class DeploymentRun implements JobRunner.Job {
  private static final long NOTE_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long RETRY_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(DeploymentRun.class);

  private final DeploymentRow deployment;
  private final DeploymentProgress progress;
  private final TenantWork work;
  private final TenantStep step;
  private final WorkerPool workers;
  private final InstantSource clock;
  private final BusyTenants busy = new BusyTenants(PATIENCE);
  private final List<Ended> batch = new ArrayList<>();
  private volatile @Nullable Crew crew;
  private volatile boolean halted;
  private volatile int width;

  /**
   * Prepares a run.
   *
   * @param work what is done to each tenant
   * @param step looks at tenants after a crash
   */
  DeploymentRun(
      DeploymentRow deployment,
      DeploymentProgress progress,
      TenantWork work,
      TenantStep step,
      WorkerPool workers,
      InstantSource clock) {
    this.deployment = deployment;
    this.progress = progress;
    this.work = work;
    this.step = step;
    this.workers = workers;
    this.clock = clock;
  }

  long blueprintId() {
    return deployment.blueprintId();
  }

  boolean isDryRun() {
    return deployment.terms().dryRun();
  }

  /** Lets no further tenant begin, because its status says so now. */
  void halt() {
    halted = true;
    Crew present = crew;
    if (present != null) {
      present.halt();
    }
  }

  /** Works on so many tenants at a time from now on. */
  void widen(int workers) {
    width = workers;
    Crew present = crew;
    if (present != null) {
      present.widen(workers);
    }
  }

  @Override
  public void run(StopSignal stop) {
    while (!stop.isStopped() && !halted) {
      Optional<Next> next = written(() -> progress.advance(clock.instant()));
      if (next.isEmpty()) {
        continue;
      }
      switch (next.get()) {
        case Over _ -> {
          return;
        }
        case LookAfter _ -> lookAfter(stop);
        case Work pass -> pass(pass, stop);
      }
    }
    if (!stop.isStopped()) {
      settle(stop);
    }
  }

  private void settle(StopSignal stop) {
    while (!stop.isStopped() && written(this::settled).isEmpty()) {
      LOG.warn("The end of {} is tried again", deployment.id());
    }
  }

  private boolean settled() {
    progress.settle();
    return true;
  }

  /** One pass over the tenants that wait. */
  private void pass(Work pass, StopSignal stop) {
    Crew hands =
        new Crew(
            "Deployment " + deployment.id(),
            workers,
            work,
            after -> progress.pendingAfter(after, pass.last()),
            busy,
            stop,
            pass.failures());
    crew = hands;
    if (halted) {
      return;
    }
    hands.widen(width == 0 ? pass.workers() : width);
    boolean through = false;
    while (!through || !batch.isEmpty()) {
      through = hands.isThrough(NOTE_EVERY_NANOS);
      hands.collect(batch);
      boolean stopped = stop.isStopped();
      if (stopped) {
        work.interrupt();
      }
      boolean noted = written(this::note).isPresent();
      if (!noted && stopped && through) {
        return;
      }
    }
    if (hands.metBusy() && !halted) {
      LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
    }
  }

  private boolean note() {
    if (!batch.isEmpty()) {
      progress.note(batch, clock.instant());
      batch.clear();
    }
    return true;
  }

  /** What a crash left of a deployment that is not to go on: tenants changed without a note. */
  private void lookAfter(StopSignal stop) {
    long last = 0;
    List<TargetTenant> page = progress.pendingAfter(last, Long.MAX_VALUE);
    while (!page.isEmpty() && !stop.isStopped() && !isDryRun()) {
      page.forEach(this::look);
      while (!stop.isStopped() && written(this::note).isEmpty()) {
        LOG.warn("The progress of {} is tried again", deployment.id());
      }
      last = page.getLast().tenantId();
      page = progress.pendingAfter(last, Long.MAX_VALUE);
    }
    settle(stop);
  }

  private void look(TargetTenant tenant) {
    try {
      if (step.look(tenant) instanceof StepResult.Done found
          && found.from() == tenant.target()
          && found.from() != tenant.minor()) {
        batch.add(Ended.foundOut(tenant, found.place(), 0));
      }
    } catch (EngineException e) {
      LOG.warn("{} cannot look at tenant {}", deployment.id(), tenant.tenant(), e);
    }
  }

  /** What cannot be written, for example on a full disk, is tried again a little later. */
  private <T> Optional<T> written(Supplier<T> write) {
    try {
      return Optional.of(write.get());
    } catch (EngineException e) {
      LOG.warn("The progress of {} cannot be noted: {}", deployment.id(), e.message());
      LockSupport.parkNanos(this, RETRY_AFTER_NANOS);
      return Optional.empty();
    }
  }
}
