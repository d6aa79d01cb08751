package io.tenantry.bench;

import io.tenantry.contract.Credential;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.databases.Access;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.DatabaseLimits;
import io.tenantry.core.databases.QueryLimits;
import io.tenantry.core.databases.QueryRunner;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.logs.LogConfig;
import io.tenantry.core.logs.QueryEvent;
import io.tenantry.core.logs.QueryLog;
import io.tenantry.core.logs.QueryLogs;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementGate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/**
 * What noting every query costs: one call on the thread of the query, point queries with and
 * without it, and how long reading a log of a million entries takes.
 */
public final class LogBench {
  private static final String SQL = "SELECT id, code, name, amount FROM t0 WHERE id = ?";
  private static final int TENANTS = 100;
  private static final int ENTRIES = 1_000_000;
  private static final Duration DAYS = Duration.ofDays(29);
  private static final int BURST = 8_000;
  private static final int POINT_QUERIES = 100_000;
  private static final int ROWS = 10_000;

  private LogBench() {}

  /** Prints all three; the first argument says on which disk. */
  public static void main(String[] args) throws Exception {
    Path folder = WorkFolder.of(args, "logs");
    ProjectId project = prepare(folder.resolve("data"));
    record(folder.resolve("data"), project);
    pointQueries(folder, project);
    million(folder.resolve("data"), project);
    WorkFolder.delete(folder);
  }

  /** Makes an engine with tenants and closes it again. */
  private static ProjectId prepare(Path data) {
    try (BenchEngine subject = new BenchEngine(EngineConfig.at(data))) {
      subject.create(BenchEngine.names("t", TENANTS));
      return subject.project().whoami().projectId();
    }
  }

  private static TenantPlace place(ProjectId project, int tenant) {
    TenantId id = new TenantId(BenchEngine.names("t", TENANTS).get(tenant));
    return TenantPlace.first(project, BenchEngine.BLUEPRINT, id, 1, Optional.empty());
  }

  private static QueryEvent event(TenantPlace place, int tenant, String sql, long nanos) {
    return event(place, tenant, sql, nanos, Instant.now());
  }

  private static QueryEvent event(
      TenantPlace place, int tenant, String sql, long nanos, Instant at) {
    return new QueryEvent(tenant + 1, place, sql, QuerySource.API, Optional.empty(), nanos, at, 1);
  }

  /** Calls come in bursts that fit into the queue; the time between them does not count. */
  private static void record(Path data, ProjectId project) throws InterruptedException {
    try (DataFolder folder = DataFolder.open(data, Instant.now(), _ -> {});
        QueryLogs logs = new QueryLogs(folder, LogConfig.DEFAULT, InstantSource.system())) {
      TenantPlace place = place(project, 0);
      double[] nanos = new double[60];
      for (int round = 0; round < nanos.length; round++) {
        long start = System.nanoTime();
        for (int i = 0; i < BURST; i++) {
          logs.record(event(place, 0, SQL, 20_000 + i));
        }
        nanos[round] = (double) (System.nanoTime() - start) / BURST;
        logs.settle(project);
      }
      double[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
      Arrays.sort(warm);
      System.out.printf(
          "record       %10.0f ns (median), %.0f ns (slowest burst)%n",
          warm[warm.length / 2], warm[warm.length - 1]);
    }
  }

  private static void pointQueries(Path parent, ProjectId project) throws Exception {
    Path data = parent.resolve("data");
    Path file = parent.resolve("points.db");
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    try (DataFolder folder = DataFolder.open(data, Instant.now(), _ -> {});
        QueryLogs logs = new QueryLogs(folder, LogConfig.DEFAULT, InstantSource.system());
        Sqlite sqlite = new Sqlite();
        TenantDatabases databases =
            new TenantDatabases(
                sqlite, DatabaseLimits.ofThisProcess(), InstantSource.system(), scheduler)) {
      fill(sqlite, file);
      QueryRunner runner = new QueryRunner(databases);
      DatabaseFile tenant = DatabaseFile.tenant(file);
      TenantPlace place = place(project, 0);
      new Rounds("point queries", POINT_QUERIES, 9)
          .compare(
              "without",
              _ -> query(runner, tenant, place, QueryLog.NONE),
              "with log",
              _ -> query(runner, tenant, place, logs));
    } finally {
      scheduler.shutdownNow();
    }
  }

  private static void fill(Sqlite sqlite, Path file) {
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.ENGINE))) {
      database.execute(
          "CREATE TABLE t0 (id INTEGER PRIMARY KEY, code TEXT, name TEXT, amount REAL)");
      database.execute(
          "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ?)"
              + " INSERT INTO t0 SELECT x, 'c' || x, 'name ' || x, x / 7.0 FROM c",
          Value.of(ROWS));
    }
  }

  private static void query(
      QueryRunner runner, DatabaseFile tenant, TenantPlace place, QueryLog log) {
    for (int i = 0; i < POINT_QUERIES; i++) {
      long start = System.nanoTime();
      runner.run(
          tenant,
          StatementGate.check(SQL),
          Parameters.of(Value.of(1 + i % ROWS)),
          Access.READ,
          QueryLimits.DEFAULT);
      log.record(event(place, 0, SQL, System.nanoTime() - start));
    }
  }

  /** Over a month; half of the entries have a text of their own, which is the worst there is. */
  private static void million(Path data, ProjectId project) throws Exception {
    try (Stream<Path> old = Files.walk(data.resolve("query-logs"))) {
      old.filter(Files::isRegularFile).forEach(LogBench::delete);
    }
    Instant first = Instant.now().minus(DAYS);
    long start = System.nanoTime();
    try (DataFolder folder = DataFolder.open(data, Instant.now(), _ -> {});
        QueryLogs logs = new QueryLogs(folder, LogConfig.DEFAULT, InstantSource.system())) {
      TenantPlace[] places = new TenantPlace[TENANTS];
      Arrays.setAll(places, tenant -> place(project, tenant));
      for (int i = 0; i < ENTRIES; i++) {
        int tenant = i / 7 % TENANTS;
        String sql =
            i % 2 == 0 ? SQL : "SELECT * FROM t1 WHERE code = 'c" + i + "' AND amount > " + i;
        Instant at = first.plus(DAYS.multipliedBy(i).dividedBy(ENTRIES));
        logs.record(event(places[tenant], tenant, sql, 10_000 + i % 997 * 1_000L, at));
        if (i % BURST == 0) {
          logs.settle(project);
        }
      }
    }
    System.out.printf(
        "wrote        %,10.0f entries/s, %,d bytes%n",
        ENTRIES / ((System.nanoTime() - start) / 1e9),
        Files.size(data.resolve("query-logs").resolve(project.value()).resolve("log.db")));
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(data))) {
      read(engine.open(Credential.owner()).logs());
      read(engine.open(Credential.owner()).projectLogs());
    }
  }

  private static void delete(Path file) {
    if (!file.toFile().delete()) {
      throw new IllegalStateException("cannot delete " + file);
    }
  }

  private static void read(Logs logs) {
    TenantId tenant = new TenantId(BenchEngine.names("t", TENANTS).get(42));
    if (logs.metrics(LogWindow.MONTH).queries() != ENTRIES) {
      throw new IllegalStateException("not all entries are there");
    }
    time("stats", () -> logs.stats(tenant));
    time("first page", () -> logs.list(tenant, LogFilter.none(), 50, 0));
    time("last page", () -> logs.list(tenant, LogFilter.none(), 50, 9_950));
    time("no match", () -> logs.list(tenant, LogFilter.containing("nothing like it"), 50, 0));
    time("failed", () -> logs.list(tenant, LogFilter.of(LogType.ERROR), 50, 0));
    time("patterns", () -> logs.patterns(tenant, LogFilter.none()));
    time("tenant", () -> logs.metrics(tenant));
    time("project", () -> logs.metrics(LogWindow.DAY));
    time("project 30d", () -> logs.metrics(LogWindow.MONTH));
  }

  /** The same log across its tenants: what the console's screen asks for. */
  private static void read(ProjectLogs logs) {
    LogSearch all = LogSearch.all();
    time("all: first page", () -> logs.list(all, LogPageRequest.first(100)));
    time("all: last page", () -> logs.list(all, page(ENTRIES - 100)));
    time("all: failed", () -> logs.list(all.ofType(LogType.ERROR), LogPageRequest.first(100)));
    time("all: a text", () -> logs.list(all.containing("c777'"), LogPageRequest.first(100)));
    time("all: no match", () -> logs.list(all.containing("nothing like it"), page(0)));
    time("all: patterns", () -> logs.patterns(all));
    time("all: a pattern", () -> logs.pattern(all.ofPattern(SQL)));
    Instant until = Instant.now().plusSeconds(60);
    for (LogWindow window : LogWindow.values()) {
      LogSpan span = new LogSpan(until.minus(window.length()), until);
      time("series " + window.code(), () -> logs.series(span));
    }
    time("unlike", logs::unlike);
  }

  private static LogPageRequest page(long offset) {
    return new LogPageRequest(Optional.empty(), offset, 100, true);
  }

  private static void time(String what, Runnable call) {
    double[] millis = new double[15];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      call.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double first = millis[0];
    Arrays.sort(millis);
    System.out.printf(
        "%-16s %10.2f ms (median), %.2f ms (first)%n", what, millis[millis.length / 2], first);
  }
}
