package io.tenantry.core.isolation;

import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.LiveFolder;
import io.tenantry.core.hosts.RegionConfig;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.tenants.Fleet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A fleet with one tenant that moves, under the eyes of a watcher. */
final class MovingFleet implements AutoCloseable {
  static final TenantId WAYNE = new TenantId("wayne");
  static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  final Fleet fleet;
  final IsolationEngine isolation;
  private final RetiredFiles retired;
  private final JobRunner jobs = new JobRunner();
  private final Path data;

  MovingFleet(Path data, Duration longestHold, Milestone.Watcher watcher) {
    this.data = data;
    fleet = new Fleet(data);
    retired = new RetiredFiles(fleet.catalog, fleet.files);
    isolation =
        new IsolationEngine(
            new IsolationEngine.Parts(
                fleet.catalog,
                fleet.databases,
                fleet.files,
                retired,
                new Regions(RegionConfig.defaults()),
                fleet.clock),
            jobs,
            longestHold,
            watcher);
  }

  /** Makes the tenant with so many rows of one kilobyte. */
  MovingFleet filled(int rows) {
    fleet.blueprint("shop", "CREATE TABLE notes (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
    fleet.tenants().create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(SHOP))));
    run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + rows
            + ") INSERT INTO notes (id, body) SELECT i, randomblob(1000) FROM n");
    return this;
  }

  /** Does what opening an engine does after a crash. */
  MovingFleet recovered() {
    retired.atOpen();
    isolation.atOpen();
    return this;
  }

  void start(ChangeIsolation request) {
    isolation.start(Fleet.admin(), WAYNE, request);
  }

  QueryResult run(String sql) {
    return fleet.queries().tenant(new TenantQuery(WAYNE, SHOP, sql));
  }

  String value(String sql) {
    return run(sql).rows().getFirst().getFirst().toString();
  }

  TenantStatus status() {
    return fleet.tenants().get(WAYNE).status();
  }

  /** Waits until the last move has ended. */
  IsolationChange ended() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (last().state() == IsolationChange.State.RUNNING) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("still running: " + last());
      }
      LockSupport.parkNanos(1_000_000);
    }
    return last();
  }

  /** Waits until all files that have to go are gone; returns those that are left. */
  List<String> filesLeft() throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (fleet.number("SELECT count(*) FROM retired_file") > 0) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("still there: " + files());
      }
      LockSupport.parkNanos(1_000_000);
    }
    return files();
  }

  private IsolationChange last() {
    return isolation.changes(Fleet.admin(), WAYNE).getFirst();
  }

  /** Returns the database files below the hosts, without what SQLite keeps beside open ones. */
  private List<String> files() {
    Path hosts = data.resolve("hosts");
    return LiveFolder.files(hosts).stream()
        .map(path -> hosts.relativize(path).toString())
        .filter(name -> !name.endsWith("-wal") && !name.endsWith("-shm"))
        .toList();
  }

  @Override
  public void close() {
    jobs.close();
    fleet.close();
  }
}
