package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.figures.Pace;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One creation of many tenants, part by part, so that it can be followed and stopped. UI thread.
 */
final class CreationRun {
  private static final int PART = 200;

  private final Tenants tenants;
  private final TaskRunner tasks;
  private final List<String> ids;
  private final TenantDatabaseRequest database;
  private final Follower follower;
  private final List<CreatedTenants.Refused> failed = new ArrayList<>();
  private final long startedNanos = System.nanoTime();
  private int created;
  private boolean isStopped;

  /** Is told what has become of the names. */
  interface Follower {
    /**
     * So many are through.
     *
     * @param made the tenants that are there since the last call
     */
    void reached(Progress progress, Set<TenantId> made);

    /** Nothing more happens. */
    void ended(Outcome outcome);
  }

  /**
   * How far it is.
   *
   * @param created how many tenants were made
   * @param failed how many the engine refused
   * @param total how many names there are
   * @param time how long it has been at work
   */
  record Progress(int created, int failed, int total, Duration time) {
    static final Progress NONE = new Progress(0, 0, 0, Duration.ZERO);

    int left() {
      return total - created - failed;
    }

    Pace pace() {
      return Pace.of((long) created + failed, time, left());
    }
  }

  /**
   * What became of the names.
   *
   * @param created how many tenants were made
   * @param failed what the engine refused, each with its reason
   * @param left how many names were not tried
   * @param fault why it ended early; empty when it came to its end or the user stopped it
   */
  record Outcome(
      int created, List<CreatedTenants.Refused> failed, int left, Optional<EngineException> fault) {
    Outcome {
      failed = List.copyOf(failed);
    }

    boolean isWhole() {
      return failed.isEmpty() && left == 0;
    }
  }

  CreationRun(
      Tenants tenants,
      TaskRunner tasks,
      List<String> ids,
      TenantDatabaseRequest database,
      Follower follower) {
    this.tenants = tenants;
    this.tasks = tasks;
    this.ids = List.copyOf(ids);
    this.database = database;
    this.follower = follower;
  }

  void start() {
    follower.reached(progress(), Set.of());
    next(0);
  }

  private Progress progress() {
    Duration time = Duration.ofNanos(System.nanoTime() - startedNanos);
    return new Progress(created, failed.size(), ids.size(), time);
  }

  /** Ends after the part that is under way. */
  void stop() {
    isStopped = true;
  }

  private void next(int from) {
    if (isStopped || from >= ids.size()) {
      end(from, Optional.empty());
      return;
    }
    int to = Math.min(from + PART, ids.size());
    CreateTenants part = new CreateTenants(ids.subList(from, to), List.of(database));
    tasks
        .call("tenants.create", () -> tenants.createMany(part))
        .onSuccess(done -> reached(to, done))
        .onFailure(error -> end(from, Optional.of(error)))
        .start();
  }

  private void reached(int to, CreatedTenants part) {
    created += part.created().size();
    failed.addAll(part.failed());
    Set<TenantId> made = part.created().stream().map(Tenant::tenantId).collect(Collectors.toSet());
    follower.reached(progress(), made);
    next(to);
  }

  private void end(int from, Optional<EngineException> fault) {
    follower.ended(new Outcome(created, failed, ids.size() - from, fault));
  }
}
