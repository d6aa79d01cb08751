package io.tenantry.core.deployments;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * Brings the databases of tenants to their version, each where it is while nobody else writes to
 * it: whoever moves or replaces a database takes its connections first, so the place counts that it
 * has while we hold one. Any thread.
 */
final class TenantStep implements TenantWork {
  private static final Duration WAIT_FOR_WRITERS = Duration.ofSeconds(60);
  private static final int MOVES = 5;

  private final TenantDatabases databases;
  private final TenantFiles files;
  private final LongFunction<Optional<Standing>> standings;
  private final DatabaseChange change;
  private final Copies copies;
  private final Set<SqliteDatabase> active = ConcurrentHashMap.newKeySet();

  /** Backs a tenant up before it is changed, where the deployment wants that. */
  interface Copies {
    boolean areWanted(VersionPlan plan);

    void take(TargetTenant tenant);
  }

  /**
   * Prepares the steps of a deployment.
   *
   * @param standings where a tenant's database is now; empty when the tenant is gone
   */
  TenantStep(
      TenantDatabases databases,
      TenantFiles files,
      LongFunction<Optional<Standing>> standings,
      DatabaseChange change,
      Copies copies) {
    this.databases = databases;
    this.files = files;
    this.standings = standings;
    this.change = change;
    this.copies = copies;
  }

  @Override
  public StepResult run(TargetTenant tenant) {
    Optional<StepResult> cannot = copied(tenant);
    return cannot.isPresent() ? cannot.get() : atItsPlace(tenant, this::change);
  }

  /**
   * Takes a copy if it is wanted; never one of a database that is on its version already, which a
   * crash had kept from being noted: it would be the wrong one to go back to.
   */
  private Optional<StepResult> copied(TargetTenant tenant) {
    if (!copies.areWanted(change.plan(tenant.minor(), tenant.target()))) {
      return Optional.empty();
    }
    StepResult now = look(tenant);
    if (!(now instanceof StepResult.Done found)) {
      return Optional.of(now);
    }
    if (found.from() != tenant.target()) {
      copies.take(tenant.at(found.place()));
    }
    return Optional.empty();
  }

  /** Returns the version a database is on, without changing it. */
  StepResult look(TargetTenant tenant) {
    return atItsPlace(
        tenant, (database, at) -> new StepResult.Done(database.userVersion(), at.place()));
  }

  private StepResult change(SqliteDatabase database, TargetTenant tenant) {
    int found = database.userVersion();
    VersionPlan plan = change.plan(found, tenant.target());
    List<Lost> lost = change.run(database, tenant, found, plan);
    return new StepResult.Done(found, tenant.place(), lost);
  }

  private StepResult atItsPlace(
      TargetTenant tenant, BiFunction<SqliteDatabase, TargetTenant, StepResult> work) {
    TargetTenant at = tenant;
    for (int moves = 0; moves < MOVES; moves++) {
      Attempt attempt = attempt(at, work);
      if (attempt.result().isPresent()) {
        return attempt.result().get();
      }
      at = at.at(attempt.place());
    }
    return new StepResult.Busy("was moved again and again; retry later");
  }

  /**
   * One attempt at a place.
   *
   * @param result empty when the database is at another place
   * @param place where it is
   */
  private record Attempt(Optional<StepResult> result, TenantPlace place) {}

  private Attempt attempt(
      TargetTenant tenant, BiFunction<SqliteDatabase, TargetTenant, StepResult> work) {
    try {
      return databases.withEngine(
          files.of(tenant.place()),
          Deadline.in(WAIT_FOR_WRITERS),
          database -> guarded(tenant, database, work));
    } catch (EngineException e) {
      Attempt now = standing(tenant);
      if (now.result().isEmpty() && now.place().equals(tenant.place())) {
        throw e;
      }
      return now; // it could not be opened because it is elsewhere
    }
  }

  private Attempt guarded(
      TargetTenant tenant,
      SqliteDatabase database,
      BiFunction<SqliteDatabase, TargetTenant, StepResult> work) {
    Attempt now = standing(tenant);
    if (now.result().isPresent() || !now.place().equals(tenant.place())) {
      return now;
    }
    active.add(database);
    try {
      return new Attempt(Optional.of(work.apply(database, tenant)), tenant.place());
    } finally {
      active.remove(database);
    }
  }

  /** Asks the catalog; the result is there when the tenant cannot be worked on now. */
  private Attempt standing(TargetTenant tenant) {
    Optional<Standing> found = standings.apply(tenant.tenantId());
    if (found.isEmpty()) {
      return new Attempt(Optional.of(new StepResult.Gone()), tenant.place());
    }
    Standing now = found.get();
    return now.isBusy()
        ? new Attempt(Optional.of(new StepResult.Busy(now.reason())), now.place())
        : new Attempt(Optional.empty(), now.place());
  }

  @Override
  public void interrupt() {
    active.forEach(SqliteDatabase::interrupt);
  }
}
