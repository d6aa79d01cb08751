package io.tenantry.bench;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.core.EngineConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * How fast ADD COLUMN and CREATE INDEX reach 1,000 tenants, with everything that makes it a
 * deployment (durable progress, fingerprints), against only running the statements in one
 * transaction per file over the bare driver with as many threads.
 */
public final class DeployBench {
  private static final int TENANTS = 1000;
  private static final int ROUNDS = 7;
  private static final long POLL_NANOS = 10_000_000;

  private DeployBench() {}

  /**
   * Prints tenants per second of both ways and their ratio.
   *
   * @param args optionally the folder to work in, and the number of tenants
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "deploy");
    int tenants = args.length > 1 ? Integer.parseInt(args[1]) : TENANTS;
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    int threads = config.deploymentWorkers();
    try (BenchEngine subject = new BenchEngine(config);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Path> files =
          copies(subject.create(BenchEngine.names("t", tenants)), work.resolve("bare"));
      System.out.printf("%d tenants per round, %d threads%n", tenants, threads);
      new Rounds("tenants", tenants, ROUNDS)
          .compare(
              "bare driver",
              round -> bare(pool, files, round),
              "engine",
              new Deploying(subject, tenants, DeployBench::statements));
    }
    WorkFolder.delete(work);
  }

  static List<Path> copies(List<Path> tenants, Path folder) throws Exception {
    List<Path> files = new ArrayList<>();
    for (Path tenant : tenants) {
      Path shard = folder.resolve(tenant.getName(tenant.getNameCount() - 2));
      Files.createDirectories(shard);
      files.add(Files.copy(tenant, shard.resolve(tenant.getFileName())));
    }
    return files;
  }

  private static List<String> statements(int round) {
    return List.of(
        "ALTER TABLE t3 ADD COLUMN extra" + round + " TEXT DEFAULT 'none'",
        "CREATE INDEX t3_extra" + round + " ON t3 (extra" + round + ")");
  }

  private static void bare(ExecutorService pool, List<Path> files, int round) throws Exception {
    List<Callable<Path>> changes =
        files.stream().<Callable<Path>>map(file -> () -> change(file, round)).toList();
    for (Future<Path> changed : pool.invokeAll(changes)) {
      changed.get();
    }
  }

  private static Path change(Path file, int round) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("BEGIN IMMEDIATE");
      for (String sql : statements(round)) {
        statement.execute(sql);
      }
      statement.execute("PRAGMA user_version=" + (round + 2));
      statement.execute("COMMIT");
    }
    return file;
  }

  /** From asking for the deployment until it has ended; the version is recorded before. */
  record Deploying(BenchEngine subject, int tenants, IntFunction<List<String>> statements)
      implements Rounds.Way {
    @Override
    public void prepare(int round) {
      subject.record(String.join(";", statements.apply(round)));
    }

    @Override
    public void run(int round) {
      Deployments deployments = subject.project().deployments();
      Deployment deployment = deployments.create(new CreateDeployment(BenchEngine.BLUEPRINT));
      while (!deployment.status().ended()) {
        LockSupport.parkNanos(POLL_NANOS);
        deployment = deployments.get(deployment.jobId());
      }
      if (deployment.status() != DeploymentStatus.COMPLETED
          || deployment.completedTenants() != tenants) {
        throw new IllegalStateException("not completed: " + deployment);
      }
    }
  }
}
