package io.tenantry.bench;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.DatabaseLimits;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.RegionConfig;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.recovery.Archives;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What point-in-time recovery costs: durable commits of one row on a database whose log is
 * archived, against the same without; and how fast a past state is made, in bytes of log, with the
 * full copy that it starts from.
 */
public final class RecoveryBench {
  private static final int COMMITS = 200;
  private static final int TURNS = 60;
  private static final int WARM_UP = 10;
  private static final int RESTORES = 4;
  private static final int ROWS = 30_000;
  private static final int UPDATES = 400;
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final Deadline PATIENT = Deadline.in(Duration.ofHours(1));

  private RecoveryBench() {}

  /**
   * Prints commits per second of both ways and their ratio, and restored megabytes per second.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "recovery");
    commits(work.resolve("commits"));
    restores(work.resolve("restores"));
    WorkFolder.delete(work);
  }

  private static void commits(Path data) throws Exception {
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    InstantSource clock = InstantSource.system();
    try (Sqlite sqlite = new Sqlite();
        DataFolder folder = DataFolder.open(data, Instant.now(), _ -> {})) {
      TenantPlaces places = new TenantPlaces(folder, new Regions(RegionConfig.defaults()));
      try (Archives archives = new Archives(folder, places, clock);
          TenantDatabases databases =
              new TenantDatabases(
                  sqlite, DatabaseLimits.ofThisProcess(), clock, scheduler, archives)) {
        DatabaseFile without = create(sqlite, places.file(place(1, Optional.empty())));
        DatabaseFile with = create(sqlite, places.file(place(2, Optional.of("eu-central"))));
        compare(databases, without, with);
      }
    } finally {
      scheduler.shutdownNow();
    }
  }

  /** Short turns, so that what else the machine does meets both; the medians count. */
  private static void compare(TenantDatabases databases, DatabaseFile without, DatabaseFile with) {
    double[] bare = new double[TURNS];
    double[] archived = new double[TURNS];
    for (int i = -WARM_UP; i < TURNS; i++) {
      double first = rate(databases, without);
      double second = rate(databases, with);
      if (i >= 0) {
        bare[i] = first;
        archived[i] = second;
      }
    }
    Arrays.sort(bare);
    Arrays.sort(archived);
    double ratio = archived[TURNS / 2] / bare[TURNS / 2];
    System.out.printf("without     %,10.0f commits/s%n", bare[TURNS / 2]);
    System.out.printf("with PITR   %,10.0f commits/s%n", archived[TURNS / 2]);
    System.out.printf("ratio       %10.2f%n", ratio);
  }

  private static double rate(TenantDatabases databases, DatabaseFile file) {
    long start = System.nanoTime();
    insert(databases, file);
    return COMMITS * 1e9 / (System.nanoTime() - start);
  }

  private static TenantPlace place(int level, Optional<String> region) {
    return TenantPlace.first(new ProjectId("tdb_0123abcd"), SHOP, WAYNE, level, region);
  }

  private static DatabaseFile create(Sqlite sqlite, Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.ENGINE))) {
      database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, body TEXT)");
    }
    return DatabaseFile.tenant(file);
  }

  private static void insert(TenantDatabases databases, DatabaseFile file) {
    for (int i = 0; i < COMMITS; i++) {
      Value n = Value.of(i);
      databases.withWriter(
          file,
          PATIENT,
          database -> database.execute("INSERT INTO t (n, body) VALUES (?, 'some text')", n));
    }
  }

  private static void restores(Path data) throws Exception {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(data))) {
      Project project = engine.open(Credential.owner());
      fill(project);
      for (int i = 0; i < RESTORES; i++) {
        write(project, i);
        measure(project, Instant.now(), frameBytes(data));
      }
    }
  }

  private static void fill(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project
        .workspaces()
        .query(
            SHOP,
            new WorkspaceQuery(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL, body TEXT NOT NULL)"));
    project
        .tenants()
        .create(
            new CreateTenant(WAYNE, List.of(new TenantDatabaseRequest(SHOP, 2, Optional.empty()))));
    while (project.tenants().get(WAYNE).status() != TenantStatus.READY) {
      LockSupport.parkNanos(1_000_000);
    }
    run(
        project,
        "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ?) INSERT INTO t"
            + " SELECT x, 0, hex(randomblob(1000)) FROM c",
        Value.of(ROWS));
  }

  /** Each commit changes forty rows on about as many pages. */
  private static void write(Project project, int round) {
    for (int i = 0; i < UPDATES; i++) {
      int first = (i * 997 + round) % (ROWS - 40);
      run(
          project,
          "UPDATE t SET n = n + 1 WHERE id BETWEEN ? AND ?",
          Value.of(first),
          Value.of(first + 40));
    }
  }

  private static void run(Project project, String sql, Value... values) {
    project.queries().tenant(new TenantQuery(WAYNE, SHOP, sql, Parameters.of(values)));
  }

  /** The newest full copy, and all frames since. */
  private static void measure(Project project, Instant time, long bytes) {
    long start = System.nanoTime();
    project.queries().tenant(new TenantQuery(WAYNE, SHOP, "SELECT n FROM t LIMIT 1").at(time));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "restored in %.0f ms: %,.0f MB of log, %,.0f MB/s%n",
        seconds * 1000, bytes / 1e6, bytes / 1e6 / seconds);
  }

  private static long frameBytes(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("archives"))) {
      return files
          .filter(file -> file.endsWith("frames"))
          .map(Path::toFile)
          .max(Comparator.comparing(File::getPath))
          .orElseThrow()
          .length();
    }
  }
}
