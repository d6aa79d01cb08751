package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.core.deployments.DeploymentProgress.Ended;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.jobs.StopSignal;
import io.tenantry.core.jobs.WorkerPool;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The workers of one pass over the tenants of a deployment: each takes the next tenant in catalog
 * order until none is left, too many have failed, or somebody says stop. How many they are can
 * change meanwhile. Any thread.
 */
final class Crew implements WorkerPool.Turn {
  private final String name;
  private final WorkerPool pool;
  private final TenantWork work;
  private final Tenants tenants;
  private final BusyTenants busy;
  private final StopSignal stop;
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private final Deque<TargetTenant> loaded = new ArrayDeque<>();
  private long last;
  private int width;
  private int active;
  private int leaving;
  private int failuresLeft;
  private boolean halted;
  private boolean anyBusy;

  /** Finds the tenants that wait. */
  interface Tenants {
    List<TargetTenant> after(long tenantId);
  }

  /**
   * Puts a crew together; {@link #start} sends it off.
   *
   * @param failures how many may fail before no further tenant is begun
   */
  Crew(
      String name,
      WorkerPool pool,
      TenantWork work,
      Tenants tenants,
      BusyTenants busy,
      StopSignal stop,
      int failures) {
    this.name = name;
    this.pool = pool;
    this.work = work;
    this.tenants = tenants;
    this.busy = busy;
    this.stop = stop;
    this.failuresLeft = failures;
  }

  /** Begins, or goes on, with so many workers. */
  void widen(int workers) {
    int missing;
    synchronized (this) {
      width = workers;
      missing = halted ? 0 : width - active;
    }
    if (missing > 0) {
      pool.start(this, missing);
    }
  }

  /** Lets no further tenant begin. */
  synchronized void halt() {
    halted = true;
  }

  /** Returns whether tenants were met that something else goes on with. */
  synchronized boolean metBusy() {
    return anyBusy;
  }

  /** Takes what has ended since the last call. */
  void collect(List<Ended> into) {
    for (Ended next = ended.poll(); next != null; next = ended.poll()) {
      into.add(next);
    }
  }

  @Override
  public synchronized void started(int turns) {
    active += turns;
  }

  @Override
  public boolean take() {
    Optional<TargetTenant> next = next();
    next.ifPresent(this::deploy);
    return next.isPresent();
  }

  private synchronized Optional<TargetTenant> next() {
    if (halted || stop.isStopped()) {
      return Optional.empty();
    }
    if (active - leaving > width) {
      leaving++;
      return Optional.empty();
    }
    if (loaded.isEmpty()) {
      loaded.addAll(tenants.after(last));
    }
    Optional<TargetTenant> next = Optional.ofNullable(loaded.pollFirst());
    next.ifPresent(tenant -> last = tenant.tenantId());
    return next;
  }

  private void deploy(TargetTenant tenant) {
    long start = System.nanoTime();
    Optional<Ended> result =
        Fault.guard(
            name + " at tenant " + tenant.tenant(),
            () -> turn(tenant, start),
            _ -> Optional.of(failed(tenant, "internal error", start)));
    result.ifPresent(this::note);
  }

  private Optional<Ended> turn(TargetTenant tenant, long start) {
    try {
      return switch (work.run(tenant)) {
        case StepResult.Done done -> {
          busy.isFree(tenant);
          yield Optional.of(
              done.from() == tenant.target()
                  ? Ended.foundOut(tenant, done.place(), since(start))
                  : new Ended(
                      tenant,
                      State.DONE,
                      done.from(),
                      done.place(),
                      null,
                      since(start),
                      done.lost(),
                      false));
        }
        case StepResult.Gone _ -> Optional.empty();
        case StepResult.Busy(String reason) -> busy(tenant, reason, start);
      };
    } catch (EngineException e) {
      if (stop.isStopped()) {
        return Optional.empty(); // interrupted; its turn comes again at the next opening
      }
      return Optional.of(failed(tenant, SqlFailure.words(e), start));
    } catch (CancellationException closing) { // what makes copies has ended before us
      return busy(tenant, "the engine is closing", start);
    }
  }

  private Optional<Ended> busy(TargetTenant tenant, String reason, long start) {
    if (busy.hasWaitedEnough(tenant)) {
      busy.isFree(tenant);
      return Optional.of(failed(tenant, reason, start));
    }
    synchronized (this) {
      anyBusy = true;
    }
    return Optional.empty();
  }

  private static Ended failed(TargetTenant tenant, String reason, long start) {
    return new Ended(
        tenant,
        State.FAILED,
        tenant.minor(),
        tenant.place(),
        reason,
        since(start),
        List.of(),
        false);
  }

  private void note(Ended how) {
    ended.add(how);
    if (how.state() == State.FAILED) {
      synchronized (this) {
        failuresLeft--;
        halted |= failuresLeft < 0;
      }
    }
  }

  private static long since(long startNanos) {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos);
  }

  @Override
  public synchronized void ended(boolean dropped) {
    active--;
    leaving = Math.max(0, leaving - 1);
    notifyAll();
  }

  /** Waits so long for all workers to be through; returns whether they are. */
  synchronized boolean isThrough(long nanos) {
    long deadline = System.nanoTime() + nanos;
    try {
      while (active > 0 && System.nanoTime() < deadline) {
        TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a deployment", e);
    }
    halted |= active == 0; // a later widening comes too late for this pass
    return active == 0;
  }
}
