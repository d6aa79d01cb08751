package io.tenantry.core;

import io.tenantry.core.databases.DatabaseLimits;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.LogWatches;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.sqlite.Sqlite;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Everything that touches tenant and workspace files: SQLite, the open databases, the threads. */
final class DataPlane {
  /** Few, so that backups leave the machine to queries. */
  private static final int BACKUP_WORKERS = 2;

  private static final int MOST_DEPLOYMENT_WORKERS = 64; // each deployment says how many it takes

  private final Sqlite sqlite;
  private final ScheduledExecutorService scheduler;
  private final TenantDatabases databases;
  private final Lanes lanes;
  private final WorkerPool fanOut;
  private final WorkerPool provisioning;
  private final WorkerPool deployments;
  private final WorkerPool backups;
  private final WorkerPool imports;
  private final JobRunner jobs = new JobRunner();

  /**
   * Starts it without any open file.
   *
   * @param watches follow the logs of databases
   * @param closers takes what has to be closed, in the order of opening
   */
  DataPlane(EngineConfig config, LogWatches watches, Deque<Runnable> closers) {
    sqlite = new Sqlite(config.durability());
    closers.push(sqlite::close);
    scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-sweeper").factory());
    closers.push(scheduler::shutdownNow);
    databases =
        new TenantDatabases(
            sqlite, DatabaseLimits.ofThisProcess(), config.clock(), scheduler, watches);
    closers.push(databases::close);
    lanes = new Lanes(config.lanes());
    closers.push(lanes::close);
    fanOut = pool("fan-out", config.lanes().slowThreads(), closers);
    provisioning = pool("provisioning", config.lanes().fastThreads(), closers);
    deployments = pool("deployment", MOST_DEPLOYMENT_WORKERS, closers);
    backups = pool("backup", BACKUP_WORKERS, closers);
    imports = pool("import", config.lanes().slowThreads(), closers);
    closers.push(jobs::close);
  }

  Sqlite sqlite() {
    return sqlite;
  }

  ScheduledExecutorService scheduler() {
    return scheduler;
  }

  TenantDatabases databases() {
    return databases;
  }

  Lanes lanes() {
    return lanes;
  }

  WorkerPool fanOut() {
    return fanOut;
  }

  WorkerPool provisioning() {
    return provisioning;
  }

  WorkerPool deployments() {
    return deployments;
  }

  WorkerPool backups() {
    return backups;
  }

  WorkerPool imports() {
    return imports;
  }

  JobRunner jobs() {
    return jobs;
  }

  private static WorkerPool pool(String name, int size, Deque<Runnable> closers) {
    WorkerPool pool = new WorkerPool(name, size);
    closers.push(pool::close);
    return pool;
  }
}
