package io.tenantry.core.deployments;

import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/**
 * Tries a deployment on copies. A tenant is only read; its copy lies in a folder of its own, goes
 * after the trial, and after a crash with that folder at the next opening. Any thread.
 */
final class TrialStep implements TenantWork {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

  private final TenantDatabases databases;
  private final TenantFiles files;
  private final LongFunction<Optional<Standing>> standings;
  private final DatabaseChange change;
  private final Path scratch;
  private final Set<SqliteDatabase> active = ConcurrentHashMap.newKeySet();

  /**
   * Prepares the trials of a deployment.
   *
   * @param scratch folder for the copies, its own
   */
  TrialStep(
      TenantDatabases databases,
      TenantFiles files,
      LongFunction<Optional<Standing>> standings,
      DatabaseChange change,
      Path scratch) {
    this.databases = databases;
    this.files = files;
    this.standings = standings;
    this.change = change;
    this.scratch = scratch;
  }

  @Override
  public StepResult run(TargetTenant tenant) {
    Optional<Standing> found = standings.apply(tenant.tenantId());
    if (found.isEmpty()) {
      return new StepResult.Gone();
    }
    if (found.get().isBusy()) {
      return new StepResult.Busy(found.get().reason());
    }
    TargetTenant at = tenant.at(found.get().place());
    Path copy = scratch.resolve(tenant.tenantId() + ".db");
    AtomicFiles.createFolder(scratch);
    try {
      discard(copy);
      AtomicFiles.createEmpty(copy);
      copy(at, copy);
      return tryOn(at, copy);
    } finally {
      discard(copy);
    }
  }

  private void copy(TargetTenant tenant, Path copy) {
    DatabaseFile source =
        new DatabaseFile(files.of(tenant.place()), Profile.TENANT, Integer.MAX_VALUE);
    try (Lease lease = databases.visit(source, false, Deadline.in(WAIT))) {
      lease.database().backupTo(copy);
    }
  }

  private StepResult tryOn(TargetTenant tenant, Path copy) {
    return databases.withEngine(
        copy,
        Deadline.in(WAIT),
        database -> {
          active.add(database);
          try {
            database.execute("PRAGMA synchronous=OFF"); // it is thrown away in any case
            int from = database.userVersion();
            VersionPlan plan = change.plan(from, tenant.target());
            List<Lost> lost = change.run(database, tenant, from, plan);
            return new StepResult.Done(from, tenant.place(), lost);
          } finally {
            active.remove(database);
          }
        });
  }

  private static void discard(Path copy) {
    for (String companion : COMPANIONS) {
      AtomicFiles.delete(copy.resolveSibling(copy.getFileName() + companion));
    }
  }

  @Override
  public void interrupt() {
    active.forEach(SqliteDatabase::interrupt);
  }
}
