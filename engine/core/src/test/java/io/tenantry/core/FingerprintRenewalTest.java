package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.StrayHand;
import io.tenantry.testkit.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder whose catalog has fingerprints of the first algorithm. */
class FingerprintRenewalTest {
  private static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;
  private LocalFixture fixture;
  private TestProject project;

  @BeforeEach
  void openOlder() throws SQLException {
    fixture = new LocalFixture(temp.resolve("data"), SignupRule.OPEN);
    project = TestProject.create(fixture, "Older");
    project.workspace("main");
    project.design(MAIN, "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, \"key\" TEXT)");
    project.tenants(MAIN, "first", "accepted", "drifted", "spelled");
    project.design(MAIN, "CREATE INDEX users_name ON users (name)");
    project.tenants(MAIN, "second");
    change("accepted", "CREATE TABLE more (x)");
    change("drifted", "CREATE TABLE other (x)");
    checked();
    project.admin().drift().accept(new TenantId("accepted"), MAIN);
    fixture.close();
    try (Connection catalog = catalog();
        Statement statement = catalog.createStatement()) {
      statement.execute("PRAGMA foreign_keys = OFF");
      for (String column :
          List.of(
              "blueprint_version SET fingerprint",
              "tenant_database SET fingerprint",
              "drift_schema SET fingerprint",
              "tenant_drift SET found_fingerprint")) {
        String name = column.substring(column.lastIndexOf(' ') + 1);
        statement.executeUpdate("UPDATE " + column + " = '1:' || substr(" + name + ", 3)");
      }
      statement.executeUpdate("UPDATE blueprint_version SET normalised_schema = 'older'");
    }
  }

  private Connection catalog() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("data").resolve("catalog.db"));
  }

  private void change(String tenant, String sql) {
    new StrayHand(temp.resolve("data")).change(project, MAIN.value(), tenant, sql);
  }

  private DriftCheck checked() {
    project.admin().drift().check(MAIN, List.of());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    DriftCheck now = project.admin().drift().lastCheck(MAIN);
    while (now.status() == DriftCheck.Status.RUNNING) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(2_000_000);
      now = project.admin().drift().lastCheck(MAIN);
    }
    return now;
  }

  private List<TenantDrift> drifts() {
    return project.admin().drift().list(MAIN, Set.of(), PageRequest.all()).items();
  }

  private List<String> stored() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection catalog = catalog();
        Statement statement = catalog.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT fingerprint FROM blueprint_version
                UNION ALL SELECT fingerprint FROM tenant_database
                UNION ALL SELECT fingerprint FROM drift_schema
                UNION ALL SELECT found_fingerprint FROM tenant_drift
                UNION ALL SELECT 'normalised' FROM blueprint_version
                          WHERE normalised_schema = 'older'
                """)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Test
  void openingRenewsAllOfThem() throws SQLException {
    reopen();
    fixture.close();

    assertThat(stored()).isNotEmpty().allMatch(value -> value.startsWith("2:"));
  }

  @Test
  void whatWasAcceptedStaysSoAndIsDeployed() {
    reopen();

    assertThat(checked().drifted()).isEqualTo(1);
    assertThat(drifts())
        .extracting(drift -> drift.tenantId() + " " + drift.state())
        .containsExactlyInAnyOrder("accepted " + State.ACCEPTED, "drifted " + State.DRIFTED);
    assertThat(project.deploy(MAIN).failedTenants()).isEqualTo(1);
    assertThat(
            project
                .admin()
                .tenants()
                .get(new TenantId("accepted"))
                .databases()
                .getFirst()
                .version())
        .isEqualTo(new Version(1, 2));
    assertThat(checked().drifted()).isEqualTo(1);
    fixture.close();
  }

  @Test
  void whatTheFirstAlgorithmDidNotTellApartIsFound() {
    change("spelled", "ALTER TABLE users RENAME COLUMN name TO Name");
    reopen();

    assertThat(checked().drifted()).isEqualTo(2);
    assertThat(project.deploy(MAIN).status()).isEqualTo(DeploymentStatus.FAILED);
    fixture.close();
  }

  private void reopen() {
    TestProject older = project;
    fixture.reopen();
    project = older.reopened();
  }
}
