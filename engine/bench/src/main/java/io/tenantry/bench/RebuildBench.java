package io.tenantry.bench;

import io.tenantry.core.EngineConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast a table of 1,000 rows is made anew in 1,000 tenants, as migration tools do it, against
 * only running the statements, and SQLite's check of all references, in one transaction per file
 * over the bare driver with as many threads.
 */
public final class RebuildBench {
  private static final int TENANTS = 1000;
  private static final int ROWS = 1000;
  private static final int ROUNDS = 7;

  private RebuildBench() {}

  /**
   * Prints tenants per second of both ways and their ratio.
   *
   * @param args optionally the folder to work in, and the number of tenants
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "rebuild");
    int tenants = args.length > 1 ? Integer.parseInt(args[1]) : TENANTS;
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    int threads = config.deploymentWorkers();
    try (BenchEngine subject = new BenchEngine(config);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Path> made = subject.create(BenchEngine.names("t", tenants));
      forEach(pool, made, RebuildBench::fill);
      List<Path> files = DeployBench.copies(made, work.resolve("bare"));
      System.out.printf("%d tenants per round, %d rows each, %d threads%n", tenants, ROWS, threads);
      new Rounds("tenants", tenants, ROUNDS)
          .compare(
              "bare driver",
              round -> forEach(pool, files, file -> change(file, round)),
              "engine",
              new DeployBench.Deploying(subject, tenants, RebuildBench::statements));
    }
    WorkFolder.delete(work);
  }

  private interface Work {
    void run(Path file) throws SQLException;
  }

  private static void forEach(ExecutorService pool, List<Path> files, Work work) throws Exception {
    List<Callable<Path>> all = new ArrayList<>();
    for (Path file : files) {
      all.add(
          () -> {
            work.run(file);
            return file;
          });
    }
    for (Future<Path> done : pool.invokeAll(all)) {
      done.get();
    }
  }

  private static void fill(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=OFF");
      statement.execute(
          """
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          INSERT INTO t3 (id, code, name, amount, created_at)
          SELECT i, 'code-' || i, 'name of ' || (i * 7919 %% 1000), i * 1.5, '2026-01-01'
          FROM n
          """
              .formatted(ROWS));
    }
  }

  private static List<String> statements(int round) {
    return List.of(
        """
        CREATE TABLE new_t3 (
          id INTEGER PRIMARY KEY,
          code TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL DEFAULT 'nobody %d',
          amount REAL NOT NULL DEFAULT 0 CHECK (amount >= 0),
          parent INTEGER REFERENCES t2 (id),
          created_at TEXT
        )
        """
            .formatted(round),
        "INSERT INTO new_t3 SELECT id, code, name, amount, parent, created_at FROM t3",
        "DROP TABLE t3",
        "ALTER TABLE new_t3 RENAME TO t3",
        "CREATE INDEX t3_name ON t3 (name)");
  }

  private static void change(Path file, int round) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("BEGIN IMMEDIATE");
      for (String sql : statements(round)) {
        statement.execute(sql);
      }
      try (ResultSet broken = statement.executeQuery("PRAGMA foreign_key_check")) {
        if (broken.next()) {
          throw new IllegalStateException("refers to nothing: " + broken.getString(1));
        }
      }
      statement.execute("PRAGMA user_version=" + (round + 2));
      statement.execute("COMMIT");
    }
  }
}
