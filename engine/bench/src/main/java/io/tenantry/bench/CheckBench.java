package io.tenantry.bench;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.FolderCheck;
import io.tenantry.core.inspection.CheckReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How fast a quick check looks at 10,000 tenants (catalog, schema and version of each, strays,
 * permissions) against a bare {@code PRAGMA quick_check} of each file with as many threads.
 */
public final class CheckBench {
  private static final int TENANTS = 10_000;
  private static final int AT_ONCE = 1000;
  private static final int ROUNDS = 5;

  private CheckBench() {}

  /**
   * Prints databases per second of both ways and their ratio.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "check");
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    try (BenchEngine subject = new BenchEngine(config)) {
      for (int i = 0; i < TENANTS / AT_ONCE; i++) {
        subject.create(BenchEngine.names("r" + i + "x", AT_ONCE));
      }
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(work.resolve("engine/hosts"))) {
      files = found.filter(file -> file.toString().endsWith(".db")).toList();
    }
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      new Rounds("databases", TENANTS, ROUNDS)
          .compare("bare", _ -> bare(pool, files), "check", _ -> check(config));
    }
    WorkFolder.delete(work);
  }

  private static void check(EngineConfig config) {
    CheckReport report = new FolderCheck(config).look(true);
    if (!report.findings().isEmpty() || report.looked().databases() < TENANTS) {
      throw new IllegalStateException("not as it should be: " + report);
    }
  }

  private static void bare(ExecutorService pool, List<Path> files) throws Exception {
    List<Callable<Boolean>> checks =
        files.stream().<Callable<Boolean>>map(file -> () -> isWhole(file)).toList();
    for (Future<Boolean> whole : pool.invokeAll(checks)) {
      if (!whole.get()) {
        throw new IllegalStateException("damaged");
      }
    }
  }

  private static boolean isWhole(Path file) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA quick_check")) {
      return answer.next() && answer.getString(1).equals("ok");
    }
  }
}
