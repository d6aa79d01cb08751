package io.tenantry.bench;

import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.databases.Access;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.DatabaseLimits;
import io.tenantry.core.databases.QueryLimits;
import io.tenantry.core.databases.QueryRunner;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntConsumer;

/**
 * What the gate, the lease, the deadline and the result cost: one row by its key, through the whole
 * engine, against a prepared statement of the bare driver. Rounds alternate; the medians count.
 */
public final class PointQueries {
  private static final String SQL =
      "SELECT id, name, city, amount, note FROM customers WHERE id = ?";
  private static final int ROWS = 100_000;
  private static final int ROUNDS = 9;
  private static final Duration ROUND = Duration.ofSeconds(1);

  private PointQueries() {}

  /** Prints operations per second of both ways and their ratio. */
  public static void main(String[] args) throws IOException, SQLException {
    Path file = Files.createTempDirectory("point-queries").resolve("customers.db");
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    try (Sqlite sqlite = new Sqlite();
        TenantDatabases databases =
            new TenantDatabases(
                sqlite, DatabaseLimits.ofThisProcess(), InstantSource.system(), scheduler);
        Connection bare = DriverManager.getConnection("jdbc:sqlite:" + fill(sqlite, file));
        PreparedStatement prepared = bare.prepareStatement(SQL)) {
      QueryRunner runner = new QueryRunner(databases);
      DatabaseFile tenant = DatabaseFile.tenant(file);
      compare(id -> bare(prepared, id), id -> engine(runner, tenant, id));
    } finally {
      scheduler.shutdownNow();
    }
  }

  private static Path fill(Sqlite sqlite, Path file) {
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.ENGINE))) {
      database.execute(
          "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT, city TEXT, amount REAL,"
              + " note)");
      database.execute(
          "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ?) INSERT INTO"
              + " customers SELECT x, 'customer ' || x, 'city ' || x % 100, x / 7.0, NULL FROM c",
          Value.of(ROWS));
    }
    return file;
  }

  private static void bare(PreparedStatement prepared, int id) {
    try {
      prepared.setLong(1, id);
      try (ResultSet row = prepared.executeQuery()) {
        row.next();
        Object[] values = new Object[5];
        for (int i = 0; i < values.length; i++) {
          values[i] = row.getObject(i + 1);
        }
        check(id, ((Number) values[0]).longValue());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void engine(QueryRunner runner, DatabaseFile tenant, int id) {
    QueryResult result =
        runner.run(
            tenant,
            StatementGate.check(SQL),
            Parameters.of(Value.of(id)),
            Access.READ,
            QueryLimits.DEFAULT);
    check(id, result.rows().getFirst().getFirst() instanceof Value.Integer(long found) ? found : 0);
  }

  private static void check(int wanted, long found) {
    if (found != wanted) {
      throw new IllegalStateException("customer " + wanted + " answered as " + found);
    }
  }

  private static void compare(IntConsumer bare, IntConsumer engine) {
    double[] bareRates = new double[ROUNDS];
    double[] engineRates = new double[ROUNDS];
    rate(bare);
    rate(engine);
    for (int i = 0; i < ROUNDS; i++) {
      bareRates[i] = rate(bare);
      engineRates[i] = rate(engine);
    }
    double bareMedian = median(bareRates);
    double engineMedian = median(engineRates);
    System.out.printf("bare driver  %,10.0f point queries/s%n", bareMedian);
    System.out.printf("engine       %,10.0f point queries/s%n", engineMedian);
    System.out.printf("ratio        %10.2f%n", engineMedian / bareMedian);
  }

  private static double rate(IntConsumer query) {
    long start = System.nanoTime();
    long end = start + ROUND.toNanos();
    int done = 0;
    long now = start;
    while (now < end) {
      for (int i = 0; i < 500; i++) {
        query.accept(1 + (int) (done++ * 7919L % ROWS));
      }
      now = System.nanoTime();
    }
    return done / ((now - start) / 1e9);
  }

  private static double median(double[] rates) {
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }
}
