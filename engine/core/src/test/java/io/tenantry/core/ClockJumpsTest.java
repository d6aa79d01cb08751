package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.RecoveryWindow;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was committed can be recovered to, whatever the clock of the machine shows meanwhile. */
class ClockJumpsTest {
  private static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofHours(5),
          Duration.ofDays(2),
          Duration.ofDays(40),
          Duration.ofHours(-5),
          Duration.ofDays(-2),
          Duration.ofDays(-40));

  /** What a time that was read stands for. */
  private record State(Instant time, long rows) {}

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<State> states = new ArrayList<>();
  private LocalEngine engine;
  private Project project;
  private long rows;

  @BeforeEach
  void open() {
    engine = LocalEngine.open(EngineConfig.at(folder).withClock(clock));
    project = engine.open(Credential.owner());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void reopen() {
    close();
    open();
  }

  private void createTenant() {
    project
        .workspaces()
        .create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().query(MAIN, new WorkspaceQuery("CREATE TABLE t (a)"));
    project
        .tenants()
        .create(
            new CreateTenant(WAYNE, List.of(new TenantDatabaseRequest(MAIN, 2, Optional.empty()))));
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (project.tenants().get(WAYNE).status() != TenantStatus.READY) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void insert() {
    project.queries().tenant(new TenantQuery(WAYNE, MAIN, "INSERT INTO t VALUES (1)"));
    states.add(new State(clock.instant(), ++rows));
  }

  private long rowsAt(Instant time) {
    Value count =
        project
            .queries()
            .tenant(new TenantQuery(WAYNE, MAIN, "SELECT count(*) FROM t").at(time))
            .rows()
            .getFirst()
            .getFirst();
    return ((Value.Integer) count).value();
  }

  /** All that was acknowledged is there now, and each time has what was last said at it. */
  private void prove() {
    RecoveryWindow window = project.recovery().window(WAYNE, MAIN, 4);
    Instant now = clock.instant();
    states.add(new State(now, rows));
    assertThat(window.start()).hasValueSatisfying(from -> assertThat(from).isBeforeOrEqualTo(now));
    assertThat(rowsAt(now)).isEqualTo(rows);
    for (State state : states) {
      if (!state.time().isBefore(window.start().orElseThrow()) && !state.time().isAfter(now)) {
        assertThat(rowsAt(state.time()))
            .as("%s at %s of %s", state.time(), now, states)
            .isEqualTo(lastUntil(state.time()));
      }
    }
  }

  private long lastUntil(Instant time) {
    return states.stream()
        .filter(state -> !state.time().isAfter(time))
        .reduce((_, later) -> later)
        .orElseThrow()
        .rows();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theLatestStateOfATimeIsFoundThere(int seed) {
    Random random = new Random(seed);
    createTenant();
    insert();
    clock.advance(Duration.ofDays(500));
    for (int step = 0; step < 12; step++) {
      if (random.nextInt(3) > 0) {
        insert();
      }
      clock.advance(JUMPS.get(random.nextInt(JUMPS.size())));
      if (random.nextInt(4) == 0) {
        reopen();
      }
      if (random.nextInt(3) > 0) {
        insert();
      }
      prove();
    }
  }

  @Test
  void aTenantThatWasMadeInTheFutureHasAPastAtOnce() {
    clock.advance(Duration.ofDays(40));
    createTenant();
    insert();
    clock.advance(Duration.ofDays(-40));

    prove();
    clock.advance(Duration.ofMinutes(1));
    insert();
    assertThat(project.recovery().window(WAYNE, MAIN, 4).commits()).isEqualTo(1);
    prove();
  }

  @Test
  void aClockThatShowsATimeFromBeforeTheTenantHidesNothing() {
    createTenant();
    clock.advance(Duration.ofMinutes(1));
    insert();
    Instant one = clock.instant();
    clock.advance(Duration.ofMinutes(1));
    insert();
    Instant two = clock.instant();
    clock.advance(Duration.ofDays(-9000));
    insert();
    assertThat(rowsAt(clock.instant())).isEqualTo(3);
    clock.advance(Duration.ofDays(9000).plusMinutes(1));
    insert();

    assertThat(rowsAt(one)).isEqualTo(1);
    assertThat(rowsAt(two)).isBetween(2L, 3L);
    assertThat(rowsAt(clock.instant())).isEqualTo(4);
    clock.advance(Duration.ofMinutes(1));
    assertThat(rowsAt(clock.instant())).isEqualTo(4);
  }
}
