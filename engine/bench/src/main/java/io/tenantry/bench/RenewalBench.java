package io.tenantry.bench;

import io.tenantry.core.EngineConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * How much longer an engine takes to open when the fingerprints of 100,000 tenants on ten versions
 * are of an earlier algorithm, against opening it with those of this one.
 */
public final class RenewalBench {
  private static final int VERSIONS = 10;
  private static final int ROUNDS = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  private RenewalBench() {}

  /**
   * Prints the seconds of both openings of each round.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "renewal");
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    Path catalog = work.resolve("engine").resolve("catalog.db");
    try (BenchEngine subject = new BenchEngine(config)) {
      subject.create(List.of("first"));
      for (int version = 0; version < VERSIONS; version++) {
        subject.record("CREATE TABLE more" + version + " (id INTEGER PRIMARY KEY, text TEXT)");
      }
    }
    NoOpDeployment.fill(catalog);
    run(
        catalog,
        "UPDATE tenant_database SET minor = 1 + id % " + VERSIONS,
        """
        UPDATE tenant_database
        SET fingerprint = (SELECT v.fingerprint FROM blueprint_version v
                           WHERE v.blueprint_id = tenant_database.blueprint_id
                             AND v.minor = tenant_database.minor)
        """);
    for (int round = 0; round <= ROUNDS; round++) {
      run(
          catalog,
          "UPDATE blueprint_version SET fingerprint = '1:' || substr(fingerprint, 3)",
          "UPDATE tenant_database SET fingerprint = '1:' || substr(fingerprint, 3)");
      double renewing = open(config);
      double renewed = open(config);
      System.out.printf(
          "%s renewing %.2f s, renewed %.2f s%n",
          round == 0 ? "warm-up" : "round " + round, renewing, renewed);
    }
    WorkFolder.delete(work);
  }

  private static void run(Path catalog, String... updates) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalog);
        Statement statement = connection.createStatement()) {
      for (String update : updates) {
        statement.execute(update);
      }
    }
  }

  private static double open(EngineConfig config) {
    long start = System.nanoTime();
    BenchEngine.again(config).close();
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }
}
