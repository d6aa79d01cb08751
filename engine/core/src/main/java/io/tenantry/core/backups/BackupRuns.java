package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.backups.BackupRunTenant.State;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.backups.BackupRunRepository.Waiting;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.tenants.Refusals;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Backs the tenants of runs up, on all threads of the queue. What became of a tenant is stored as
 * soon as it is known, so a run goes on where it was after a crash; a tenant in work then gets one
 * backup more. Any thread.
 */
final class BackupRuns {
  private static final int PAGE = 200;

  private final Catalog catalog;
  private final BackupTaking taking;
  private final BackupQueue queue;
  private final InstantSource clock;
  private final Map<Long, Work> working = new ConcurrentHashMap<>();

  BackupRuns(Catalog catalog, BackupTaking taking, BackupQueue queue, InstantSource clock) {
    this.catalog = catalog;
    this.taking = taking;
    this.queue = queue;
    this.clock = clock;
  }

  /** Goes on with the runs that the end of the engine cut short. */
  void atOpen() {
    catalog.read(BackupRunRepository.RUNS::running).forEach(this::start);
  }

  /** Works a run off in the background. */
  void start(BackupRunRepository.Row run) {
    Work work = new Work(run);
    working.put(run.number(), work);
    queue.repeatOnAll("backups of run " + run.run().id(), work::next);
  }

  /** Ends a run behind what is in work. */
  void stop(BackupRunRepository.Row run) {
    end(run, BackupRun.Status.STOPPED);
    Work work = working.get(run.number());
    if (work != null) {
      work.stop();
    }
  }

  private void end(BackupRunRepository.Row run, BackupRun.Status how) {
    catalog.execute(handle -> BackupRunRepository.end(handle, run.number(), how, clock.instant()));
  }

  /**
   * What became of a tenant.
   *
   * @param bytes compressed size of what was taken
   */
  private record Result(State state, Optional<String> reason, long bytes) {}

  /** One run, worked on by several threads. */
  private final class Work {
    private final BackupRunRepository.Row run;
    private final Deque<Waiting> loaded = new ArrayDeque<>();
    private long last;
    private int active;
    private boolean stopped;

    Work(BackupRunRepository.Row run) {
      this.run = run;
    }

    synchronized void stop() {
      stopped = true;
      loaded.clear();
    }

    /** Backs the next tenant up; returns whether there was one. */
    boolean next() {
      Optional<Waiting> next = take();
      if (next.isEmpty()) {
        endWhenIdle();
        return false;
      }
      try {
        work(next.get());
      } finally {
        left();
      }
      return true;
    }

    private synchronized Optional<Waiting> take() {
      if (loaded.isEmpty() && !stopped) {
        loaded.addAll(
            catalog.read(handle -> BackupRunRepository.waiting(handle, run.number(), last, PAGE)));
      }
      Waiting next = loaded.poll();
      if (next == null) {
        return Optional.empty();
      }
      last = next.position();
      active++;
      return Optional.of(next);
    }

    private synchronized void left() {
      active--;
    }

    private synchronized void endWhenIdle() {
      if (active == 0 && working.remove(run.number()) != null) {
        end(run, BackupRun.Status.DONE);
      }
    }

    private void work(Waiting tenant) {
      Optional<Result> result =
          Fault.guard(
              "The backup of " + tenant.tenant(),
              () -> result(tenant.tenant()),
              fault -> Optional.of(failed(EngineException.internal("fault", fault))));
      result.ifPresent(what -> note(tenant, what));
    }

    /** Empty when the engine is closing: the next opening takes the tenant up again. */
    private Optional<Result> result(TenantId tenant) {
      try {
        return Optional.of(backUp(tenant));
      } catch (EngineException e) {
        return Optional.of(failed(e));
      } catch (Stopped closing) {
        return Optional.empty();
      }
    }

    private static Result failed(EngineException e) {
      return new Result(State.FAILED, Optional.of(BackupTaking.reason(e)), 0);
    }

    private Result backUp(TenantId tenant) {
      List<BackupRow> announced;
      try {
        announced =
            catalog.write(
                handle -> {
                  BackupTargetRepository.requireTenant(handle, run.project(), tenant);
                  List<BackupTarget> targets =
                      BackupTargetRepository.ofTenant(handle, run.project(), tenant);
                  BackupService.requireStable(tenant, targets);
                  return taking.announce(handle, targets, BackupType.MANUAL);
                });
      } catch (EngineException notNow) {
        return new Result(State.SKIPPED, Optional.of(Refusals.noted(notNow)), 0);
      }
      announced.forEach(taking::run);
      long bytes =
          catalog.read(
              handle ->
                  announced.stream()
                      .flatMap(
                          each ->
                              BackupRepository.find(handle, run.project(), each.storagePath())
                                  .stream())
                      .mapToLong(each -> each.packed().sizeBytes())
                      .sum());
      return new Result(State.DONE, Optional.empty(), bytes);
    }

    private void note(Waiting tenant, Result result) {
      catalog.execute(
          handle ->
              BackupRunRepository.note(
                  handle,
                  run.number(),
                  tenant.position(),
                  new BackupRunTenant(tenant.tenant(), result.state(), result.reason()),
                  result.bytes()));
    }
  }
}
