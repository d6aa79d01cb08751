package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.samples.TenantSample;
import io.tenantry.contract.samples.TenantSamples;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large tenants are and how they are used: figures, their dates, who sees them. */
public abstract class SamplesContract extends LogSuite {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_NANOS = 2_000_000;

  @Test
  void aNewTenantHasASizeAndNothingElseYet() {
    TestProject project = shop();

    TenantSample wayne = of(project.admin(), WAYNE);

    assertThat(wayne.sizeBytes()).isPositive();
    assertThat(Duration.between(wayne.at(), Instant.now())).isLessThan(Duration.ofMinutes(1));
    assertThat(wayne.lastQueryAt()).isEmpty();
    assertThat(wayne.day()).isEqualTo(new TenantSample.Day(0, 0, Optional.empty()));
    assertThat(wayne.lastBackupAt()).isEmpty();
    assertThat(wayne.drifted()).isFalse();
  }

  @Test
  void queriesAreThereAtOnce() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "SELECT 1");
    assertThatThrownBy(
            () -> project.admin().queries().tenant(new TenantQuery(WAYNE, MAIN, "SELECT g FROM t")))
        .isInstanceOf(EngineException.class);

    TenantSample wayne = of(project.admin(), WAYNE);

    assertThat(wayne.day().queries()).isEqualTo(2);
    assertThat(wayne.day().failed()).isEqualTo(1);
    assertThat(wayne.day().p95Ms()).hasValueSatisfying(p95 -> assertThat(p95).isPositive());
    assertThat(wayne.lastQueryAt())
        .hasValueSatisfying(
            at ->
                assertThat(Duration.between(at, Instant.now())).isLessThan(Duration.ofMinutes(1)));
    assertThat(of(project.admin(), GLOBEX).day().queries()).isZero();
  }

  @Test
  void rowsAreCountedAndCountedAnewWhenTheyChange() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "INSERT INTO t VALUES (1), (2), (3)");

    assertThat(rows(project, WAYNE, 3).at()).isBeforeOrEqualTo(Instant.now());
    project.run(WAYNE, MAIN, "DELETE FROM t WHERE a = 1");
    rows(project, WAYNE, 2);
    rows(project, GLOBEX, 0);
  }

  @Test
  void severalDatabasesAreAddedUp() {
    TestProject project = shopAskedOnceEach();
    project.run(WAYNE, MAIN, "INSERT INTO t VALUES (1)");
    project.run(WAYNE, OTHER, "INSERT INTO t VALUES (1), (2)");

    rows(project, WAYNE, 3);
    TenantSample both = of(project.admin(), WAYNE);
    TenantSample main = of(project.as(Role.READ, ScopeType.WORKSPACE, "main"), WAYNE);
    assertThat(both.day().queries()).isEqualTo(4);
    assertThat(main.day().queries()).isEqualTo(2);
    assertThat(main.rows().orElseThrow().count()).isEqualTo(1);
    assertThat(main.sizeBytes()).isLessThan(both.sizeBytes());
  }

  @Test
  void aTenantIsCoveredWhenEachOfItsDatabasesIs() {
    TestProject project = shop();
    TestProjectBackups backups = new TestProjectBackups(project);
    assertThat(of(project.admin(), WAYNE).lastBackupAt()).isEmpty();
    Backup first = backups.take(WAYNE);
    assertThat(of(project.admin(), WAYNE).lastBackupAt()).hasValue(first.createdAt());

    project
        .admin()
        .tenants()
        .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(OTHER))));
    assertThat(of(project.admin(), WAYNE).lastBackupAt()).isEmpty();
    project.admin().backups().create(WAYNE).paths().forEach(path -> backups.ended(WAYNE, path));
    assertThat(of(project.admin(), WAYNE).lastBackupAt()).isPresent();
  }

  @Test
  void samplesComeInTheOrderOfTheRequest() {
    TestProject project = shop();
    TenantId ghost = new TenantId("ghost");

    assertThat(project.admin().samples().of(List.of(WAYNE, ghost, GLOBEX, WAYNE)))
        .extracting(TenantSample::tenantId)
        .containsExactly(WAYNE, GLOBEX);
  }

  @Test
  void whatWasDeletedHasNoSampleAndALaterTenantOfTheSameIdItsOwn() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "INSERT INTO t VALUES (1), (2), (3)");
    rows(project, WAYNE, 3);

    project.admin().tenants().delete(WAYNE, true);
    assertThat(project.admin().samples().of(List.of(WAYNE))).isEmpty();
    project
        .admin()
        .tenants()
        .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(MAIN))));
    assertThat(of(project.admin(), WAYNE).day().queries()).isZero();
    rows(project, WAYNE, 0);
  }

  @Test
  void aKeySeesWhatItReaches() {
    TestProject project = shop();

    assertThat(
            project.as(Role.READ, ScopeType.TENANT, "wayne").samples().of(List.of(WAYNE, GLOBEX)))
        .extracting(TenantSample::tenantId)
        .containsExactly(WAYNE);
    assertThat(
            project
                .as(Role.READ, ScopeType.WORKSPACE, "other")
                .samples()
                .of(List.of(WAYNE, GLOBEX)))
        .extracting(TenantSample::tenantId)
        .containsExactly(GLOBEX);
    assertThat(project().admin().samples().of(List.of(WAYNE))).isEmpty();
  }

  @Test
  void tooManyAndNoneAreRefused() {
    TenantSamples samples = project().admin().samples();
    List<TenantId> many =
        IntStream.rangeClosed(0, TenantSamples.MOST).mapToObj(i -> new TenantId("t" + i)).toList();

    assertRefused(
        ErrorCode.BAD_REQUEST,
        "tenant_ids must have 1 to 100 entries",
        () -> samples.of(List.of()));
    assertRefused(
        ErrorCode.BAD_REQUEST, "tenant_ids must have 1 to 100 entries", () -> samples.of(many));
  }

  private static TenantSample of(Project project, TenantId tenant) {
    return project.samples().of(List.of(tenant)).getFirst();
  }

  private static TenantSample.Rows rows(TestProject project, TenantId tenant, long wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<TenantSample.Rows> rows = of(project.admin(), tenant).rows();
    while (rows.map(TenantSample.Rows::count).filter(count -> count == wanted).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("rows did not become " + wanted + ": " + rows);
      }
      LockSupport.parkNanos(POLL_NANOS);
      rows = of(project.admin(), tenant).rows();
    }
    return rows.get();
  }
}
