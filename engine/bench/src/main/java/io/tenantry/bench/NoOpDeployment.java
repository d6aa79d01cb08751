package io.tenantry.bench;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.core.EngineConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a deployment takes that has nothing to do, with 100,000 tenants on its version: none of
 * their files is opened, so the catalog is filled with rows only. Must be under 2 s.
 */
public final class NoOpDeployment {
  private static final int TENANTS = 100_000;
  private static final int ROUNDS = 5;
  private static final long POLL_NANOS = 5_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private NoOpDeployment() {}

  /**
   * Prints the seconds of each round.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "no-op");
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    try (BenchEngine subject = new BenchEngine(config)) {
      subject.create(List.of("first"));
    }
    fill(work.resolve("engine").resolve("catalog.db"));
    try (BenchEngine subject = BenchEngine.again(config)) {
      for (int round = 0; round <= ROUNDS; round++) {
        double seconds = deploy(subject.project().deployments());
        System.out.printf("%s %.2f s%n", round == 0 ? "warm-up" : "round " + round, seconds);
      }
    }
    WorkFolder.delete(work);
  }

  /** Fills the catalog with tenants that are rows only, as far as the one named first is. */
  static void fill(Path catalog) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalog);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.execute(
          """
          WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          INSERT INTO tenant (project_id, name, status, status_since, proxy_password_sealed,
                              proxy_password_hash, created_at)
          SELECT t.project_id, 'filled-' || n.i, t.status, t.status_since, t.proxy_password_sealed,
                 t.proxy_password_hash, t.created_at
          FROM n, tenant t
          WHERE t.name = 'first'
          """
              .formatted(TENANTS));
      statement.execute(
          """
          INSERT INTO tenant_database (tenant_id, blueprint_id, isolation_level, region, minor,
                                       fingerprint, status, created_at)
          SELECT t.id, d.blueprint_id, d.isolation_level, d.region, d.minor, d.fingerprint,
                 d.status, d.created_at
          FROM tenant t, tenant_database d
          WHERE t.name LIKE 'filled-%'
          """);
      statement.execute("COMMIT");
    }
  }

  private static double deploy(Deployments deployments) {
    long start = System.nanoTime();
    Deployment deployment = deployments.create(new CreateDeployment(BenchEngine.BLUEPRINT));
    while (!deployment.status().ended()) {
      LockSupport.parkNanos(POLL_NANOS);
      deployment = deployments.get(deployment.jobId());
    }
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    if (deployment.status() != DeploymentStatus.COMPLETED
        || deployment.completedTenants() != TENANTS) {
      throw new IllegalStateException("not completed: " + deployment);
    }
    return seconds;
  }
}
