package io.tenantry.bench;

import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.core.EngineConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One SELECT on 10,000 tenants that are not open, against opening each file, running it and closing
 * the file over the bare driver with as many threads.
 */
public final class FanOutBench {
  private static final int TENANTS = 10_000;
  private static final int ROUNDS = 5;
  private static final String SQL = "SELECT count(*), max(id) FROM t3";

  private FanOutBench() {}

  /**
   * Prints tenants per second of both ways and their ratio.
   *
   * @param args optionally the folder to work in, and the number of tenants
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "fan-out");
    int tenants = args.length > 1 ? Integer.parseInt(args[1]) : TENANTS;
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    int threads = config.lanes().slowThreads();
    try (BenchEngine subject = new BenchEngine(config);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Path> files = subject.create(BenchEngine.names("t", tenants));
      System.out.printf("%d tenants, %d threads%n", tenants, threads);
      new Rounds("tenants", tenants, ROUNDS)
          .compare("bare driver", _ -> bare(pool, files), "engine", _ -> engine(subject, tenants));
    }
    WorkFolder.delete(work);
  }

  private static void engine(BenchEngine subject, int tenants) {
    List<TenantAnswer> answers =
        subject.project().queries().adminAll(new FanOutQuery(BenchEngine.BLUEPRINT, SQL));
    if (answers.size() != tenants
        || answers.stream().anyMatch(each -> each.failure().isPresent())) {
      throw new IllegalStateException("not all tenants answered");
    }
  }

  private static void bare(ExecutorService pool, List<Path> files) throws Exception {
    List<Callable<Long>> reads =
        files.stream().<Callable<Long>>map(file -> () -> read(file)).toList();
    for (Future<Long> read : pool.invokeAll(reads)) {
      read.get();
    }
  }

  private static long read(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      row.next();
      return row.getLong(1);
    }
  }
}
