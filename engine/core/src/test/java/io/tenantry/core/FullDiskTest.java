package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.inspection.CheckReport;
import io.tenantry.core.inspection.Finding;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk is full in the middle of all there is to do: it is said so, and nothing is lost. */
class FullDiskTest {
  private static final int MEGABYTES = 48;
  private static final int ROUNDS = 60;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
  private static final List<TenantId> TENANTS =
      List.of(new TenantId("shared"), new TenantId("other"), new TenantId("dedicated"));
  private static final WorkspaceName MAIN = new WorkspaceName("main");

  @TempDir Path temp;
  private SmallDisk disk;
  private LocalFixture engine;
  private TestProject project;

  /** What was acknowledged. */
  private final Map<TenantId, Integer> rows = new HashMap<>();

  private final List<TenantId> made = new ArrayList<>();
  private int tables;

  @BeforeEach
  void open() throws IOException {
    disk = new SmallDisk(temp.resolve("disk"), MEGABYTES);
    engine = new LocalFixture(disk.folder("data"), SignupRule.CLOSED);
    project = TestProject.create(engine, "Full");
    project.design(project.workspace("main"), "CREATE TABLE t (id INTEGER PRIMARY KEY, body)");
    project.tenants(MAIN, "shared", "other");
    project
        .admin()
        .tenants()
        .create(
            new CreateTenant(
                TENANTS.getLast(), List.of(new TenantDatabaseRequest(MAIN, 2, Optional.empty()))));
    TENANTS.forEach(project::settled);
  }

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40_000, 400_000})
  void whatWasAcknowledgedStaysAndAllWorksAgain(int left) throws IOException {
    doAll("before");
    disk.fill(left);
    Map<String, EngineException> refused = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      doAll("full" + round, refused);
    }
    assertThat(refused).as("what was refused").isNotEmpty();
    assertThat(refused)
        .allSatisfy(
            (what, error) ->
                assertThat(error.isBecause(FailureReason.DISK_FULL))
                    .as("%s: %s %s", what, error, error.details())
                    .isTrue());

    disk.free();
    proveRows();
    doAll("after");
    proveAll();
    engine.reopen();
    project = project.reopened();
    proveAll();
    engine.close();
    engine = null;
    CheckReport report = new FolderCheck(EngineConfig.at(disk.folder("data"))).look(false);
    assertThat(report.findings())
        .filteredOn(Finding::counts)
        .filteredOn(finding -> !finding.kind().equals("disk_full")) // it is a small one
        .isEmpty();
  }

  /** All of it must be done. */
  private void doAll(String name) {
    Map<String, EngineException> refused = new LinkedHashMap<>();
    doAll(name, refused);
    assertThat(refused).isEmpty();
  }

  private void doAll(String name, Map<String, EngineException> refused) {
    for (TenantId tenant : TENANTS) {
      attempt(
          "write to " + tenant,
          refused,
          () -> {
            project.run(tenant, MAIN, "INSERT INTO t (body) VALUES (hex(randomblob(4000)))");
            rows.merge(tenant, 1, Integer::sum);
          });
    }
    attempt(
        "create a tenant",
        refused,
        () -> {
          project.tenant(name, MAIN);
          made.add(new TenantId(name));
        });
    attempt(
        "design",
        refused,
        () -> {
          project.design(MAIN, "CREATE TABLE " + name + " (a)");
          tables++;
        });
    attempt(
        "create a key",
        refused,
        () ->
            project
                .admin()
                .apiKeys()
                .create(new CreateApiKey(name, Role.READ, ScopeType.PROJECT, List.of())));
  }

  private static void attempt(String what, Map<String, EngineException> refused, Runnable work) {
    try {
      work.run();
    } catch (EngineException e) {
      refused.put(what, e);
    }
  }

  private void proveRows() {
    rows.forEach(
        (tenant, count) ->
            assertThat(project.value(tenant, MAIN, "SELECT count(*) FROM t"))
                .as("rows of %s", tenant)
                .isEqualTo(Value.of((long) count)));
  }

  private void proveAll() {
    proveRows();
    assertThat(project.tenantIds()).containsAll(made.stream().map(TenantId::value).toList());
    assertThat(project.admin().workspaces().query(MAIN, tables()).result().rows())
        .containsExactly(List.of(Value.of((long) tables)));
    assertThat(project.deploy(MAIN).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(project.value(TENANTS.getLast(), MAIN, "SELECT count(*) FROM after")).isNotNull();
  }

  private static WorkspaceQuery tables() {
    return new WorkspaceQuery(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name GLOB '[abf]*'");
  }

  @Test
  void aBackupAndADeploymentSayThatTheDiskIsFullAndAreDoneLater() throws IOException {
    doAll("before");
    project.run(
        TENANTS.getFirst(),
        MAIN,
        "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 300)"
            + " INSERT INTO t (body) SELECT hex(randomblob(4000)) FROM c");
    disk.fill(200_000);

    assertThat(backedUp()).isEqualTo(BackupStatus.FAILED);
    project.admin().deployments().create(new CreateDeployment(MAIN));

    disk.free();
    assertThat(backedUp()).isEqualTo(BackupStatus.DONE);
    project.deploy(MAIN);
    TENANTS.forEach(
        tenant ->
            assertThat(project.value(tenant, MAIN, "SELECT count(*) FROM before"))
                .isEqualTo(Value.of(0L)));
  }

  private BackupStatus backedUp() {
    TenantId tenant = TENANTS.getFirst();
    String path = project.admin().backups().create(tenant).paths().getFirst();
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      BackupStatus status =
          project.admin().backups().list(tenant).stream()
              .filter(backup -> backup.storagePath().equals(path))
              .findFirst()
              .orElseThrow()
              .status();
      if (status != BackupStatus.RUNNING) {
        return status;
      }
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }
}
