package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.StrayHand;
import io.tenantry.testkit.TestProject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mending that is cut short ends, at the next start, as not begun or as done, never between. */
class DriftCrashTest {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final Version FIRST = new Version(1, 1);
  private static final Version SECOND = new Version(1, 2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROWS = 20_000;

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(longs = {0, 40_000, 70_000, 90_000, 110_000})
  void aKilledForceBackLeavesTheFoundSchemaOrTheExpected(long micros) throws Exception {
    TestProject project = prepared();

    int ended = DoomedMender.run(folder(), project.key(), "force_back", DoomedMender.NOTED, micros);
    assertThat(ended).isIn(DoomedProcess.DIED, 0);

    project = reopened(project);
    assertThat(tenant(project).status()).isEqualTo(TenantStatus.READY);
    boolean forced = drifts(project).isEmpty();
    assertThat(columns(project)).isEqualTo(forced ? 2 : 3);
    assertThat(checked(project).drifted()).isEqualTo(forced ? 0 : 1);
    if (!forced) {
      project.admin().drift().forceBack(WAYNE, new ForceBack(MAIN, true));
    }
    assertThat(columns(project)).isEqualTo(2);
    assertRowsKept(project);
  }

  @ParameterizedTest
  @CsvSource({"false,0", "false,30000", "true,0", "true,3000", "true,8000", "true,20000"})
  void aKilledAdoptionLeavesTheDriftOrTheVersion(boolean stored, long micros) throws Exception {
    TestProject project = prepared();

    String condition = stored ? DoomedMender.VERSION_STORED : DoomedMender.NOTED;
    int ended = DoomedMender.run(folder(), project.key(), "adopt", condition, micros);
    assertThat(ended).isIn(DoomedProcess.DIED, 0);

    project = reopened(project);
    assertThat(tenant(project).status()).isEqualTo(TenantStatus.READY);
    boolean adopted = drifts(project).isEmpty();
    Version latest = project.admin().blueprints().get(MAIN).version();
    assertThat(latest).isEqualTo(adopted ? SECOND : FIRST);
    assertThat(tenant(project).databases().getFirst().version()).isEqualTo(latest);
    assertThat(checked(project).drifted()).isEqualTo(adopted ? 0 : 1);
    if (!adopted) {
      project.admin().drift().adopt(WAYNE, new AdoptDrift(MAIN));
    }
    project.design(MAIN, "SELECT vip FROM users");
    assertThat(checked(project).drifted()).isZero();
    assertRowsKept(project);
  }

  @Test
  void aCheckGoesOnAtTheNextStart() {
    TestProject project = reopened(prepared());
    project.admin().drift().check(MAIN, List.of());

    project.fixture().reopen();
    project = project.reopened();

    assertThat(ended(project).checked()).isEqualTo(2);
    assertThat(drifts(project)).hasSize(1);
    project.fixture().close();
  }

  private Path folder() {
    return temp.resolve("data");
  }

  /** A drifted tenant, whose rows make forcing it back take a while, in a closed engine. */
  private TestProject prepared() {
    LocalFixture fixture = new LocalFixture(folder(), SignupRule.OPEN);
    TestProject project = TestProject.create(fixture, "Crash");
    project.workspace("main");
    project.design(MAIN, "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
    project.tenants(MAIN, "acme", "wayne");
    project.run(
        WAYNE,
        MAIN,
        "INSERT INTO users WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < %d) SELECT i, 'name ' || i FROM n".formatted(ROWS));
    new StrayHand(folder())
        .change(project, "main", "wayne", "ALTER TABLE users ADD COLUMN vip INT");
    checked(project);
    fixture.close();
    return project;
  }

  private static TestProject reopened(TestProject closed) {
    closed.fixture().reopen();
    return closed.reopened();
  }

  private static DriftCheck checked(TestProject project) {
    project.admin().drift().check(MAIN, List.of());
    return ended(project);
  }

  private static DriftCheck ended(TestProject project) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    DriftCheck now = project.admin().drift().lastCheck(MAIN);
    while (now.status() == DriftCheck.Status.RUNNING) {
      assertThat(System.nanoTime()).as("check did not end: " + now).isLessThan(deadline);
      LockSupport.parkNanos(1_000_000);
      now = project.admin().drift().lastCheck(MAIN);
    }
    return now;
  }

  private static List<TenantDrift> drifts(TestProject project) {
    return project.admin().drift().list(MAIN, Set.of(), PageRequest.all()).items();
  }

  private static Tenant tenant(TestProject project) {
    return project.admin().tenants().get(WAYNE);
  }

  private static int columns(TestProject project) {
    return project.run(WAYNE, MAIN, "SELECT * FROM users LIMIT 1").columns().size();
  }

  private static void assertRowsKept(TestProject project) {
    assertThat(project.value(WAYNE, MAIN, "SELECT count(*) FROM users WHERE name = 'name ' || id"))
        .isEqualTo(Value.of(ROWS));
    project.fixture().close();
  }
}
