package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.ForkTenant;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.recovery.RecoveringTenant;
import io.tenantry.contract.recovery.RecoveryWindow;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.RecoveryUndo;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What point-in-time recovery must do. */
public abstract class RecoveryContract extends ContractSuite {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final String COUNT = "SELECT count(*) FROM users";

  @Test
  void aTenantComesBackAsItWasAtATimeAndTheWayBackStaysOpen() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant one = insert(project, main, "a@b");
    Instant two = insert(project, main, "b@b");
    Tenant before = project.admin().tenants().get(WAYNE);

    RecoveringTenant started = project.admin().recovery().recover(new RecoverTenant(WAYNE, one));

    assertThat(started).isEqualTo(new RecoveringTenant(WAYNE, TenantStatus.RECOVERING, one, 24));
    Tenant recovered = project.settled(WAYNE);
    assertThat(project.value(WAYNE, main, COUNT)).isEqualTo(Value.of(1));
    assertThat(recovered.databases()).hasSameSizeAs(before.databases());
    assertThat(recovered.databases().getFirst().connection().orElseThrow().authToken())
        .isEqualTo(before.databases().getFirst().connection().orElseThrow().authToken());
    RecoveryUndo undo = recovered.recoveryUndo().orElseThrow();
    assertThat(undo.available()).isTrue();
    assertThat(undo.command()).isEqualTo("tdb tenants recover-undo wayne");
    assertThat(undo.expiresIn()).isEqualTo("23h 59m");
    assertThat(undo.originalHost()).isNotBlank();
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('n@b', 'New')");

    assertThat(project.admin().recovery().undo(WAYNE))
        .isEqualTo(new TenantState(WAYNE, TenantStatus.READY));

    assertThat(project.value(WAYNE, main, COUNT)).isEqualTo(Value.of(2));
    assertThat(project.admin().tenants().get(WAYNE).recoveryUndo()).isEmpty();
    assertRefused(
        ErrorCode.CONFLICT,
        "Nothing to undo for tenant 'wayne'",
        () -> project.admin().recovery().undo(WAYNE));
    assertThat(past(project, main, COUNT, two)).isEqualTo(Value.of(2));
  }

  @Test
  void whatBecameOfRecoveriesIsTold() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant one = insert(project, main, "a@b");
    insert(project, main, "b@b");
    assertThat(project.admin().recovery().recoveries(WAYNE)).isEmpty();

    project.admin().recovery().recover(new RecoverTenant(WAYNE, one));
    project.settled(WAYNE);

    PastRecovery done = project.admin().recovery().recoveries(WAYNE).getFirst();
    assertThat(done.blueprint()).isEqualTo(main);
    assertThat(done.target()).isEqualTo(one.truncatedTo(ChronoUnit.MICROS));
    assertThat(done.state()).isEqualTo(PastRecovery.State.DONE);
    assertThat(done.completedAt()).isPresent();
    assertThat(done.undoUntil().orElseThrow())
        .isBetween(
            done.startedAt().plus(Duration.ofHours(23)),
            done.startedAt().plus(Duration.ofHours(25)));
    project.admin().recovery().undo(WAYNE);
    PastRecovery undone = project.admin().recovery().recoveries(WAYNE).getFirst();
    assertThat(undone.state()).isEqualTo(PastRecovery.State.UNDONE);
    assertThat(undone.undoUntil()).isEmpty();
  }

  @Test
  void aForkHasWhatThereWasAndLeavesTheTenantAsItIs() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant one = insert(project, main, "a@b");
    insert(project, main, "b@b");
    TenantId copy = new TenantId("copy");

    Tenant made = project.admin().recovery().fork(new ForkTenant(WAYNE, one, main, copy));

    assertThat(made.tenantId()).isEqualTo(copy);
    assertThat(made.status()).isEqualTo(TenantStatus.READY);
    assertThat(made.databases().getFirst().isolationLevel()).isEqualTo(1);
    assertThat(project.value(copy, main, COUNT)).isEqualTo(Value.of(1));
    project.run(copy, main, "DELETE FROM users");
    assertThat(project.value(WAYNE, main, COUNT)).isEqualTo(Value.of(2));
    assertRefused(
        ErrorCode.CONFLICT,
        "Tenant 'copy' already exists",
        () -> project.admin().recovery().fork(new ForkTenant(WAYNE, one, main, copy)));
    TenantId late = new TenantId("late");
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () ->
            project
                .admin()
                .recovery()
                .fork(new ForkTenant(WAYNE, one.minus(Duration.ofDays(30)), main, late)));
    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        () ->
            project
                .as(Role.READ, ScopeType.PROJECT)
                .recovery()
                .fork(new ForkTenant(WAYNE, one, main, late)));
    assertThat(project.tenantIds()).doesNotContain("late");
  }

  @Test
  void theLifeBetweenARecoveryAndItsUndoCanBeHadBackToo() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant one = insert(project, main, "a@b");
    insert(project, main, "b@b");
    insert(project, main, "c@b");
    project.admin().recovery().recover(new RecoverTenant(WAYNE, one));
    project.settled(WAYNE);
    Instant between = insert(project, main, "d@b");
    project.admin().recovery().undo(WAYNE);
    assertThat(project.value(WAYNE, main, COUNT)).isEqualTo(Value.of(3));

    assertThat(past(project, main, COUNT, between)).isEqualTo(Value.of(2));
    project.admin().recovery().recover(new RecoverTenant(WAYNE, between));
    project.settled(WAYNE);

    assertThat(project.value(WAYNE, main, "SELECT group_concat(email) FROM users"))
        .isEqualTo(Value.of("a@b,d@b"));
  }

  @Test
  void aTimeBeforeADeploymentBringsTheVersionOfThen() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant before = insert(project, main, "a@b");
    project.design(main, "ALTER TABLE users ADD COLUMN nick TEXT");
    project.deploy(main);
    Instant after = insert(project, main, "b@b");
    assertThat(version(project)).isEqualTo("1.2");

    project.admin().recovery().recover(new RecoverTenant(WAYNE, before, Optional.of(main)));
    project.settled(WAYNE);

    assertThat(version(project)).isEqualTo("1.1");
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.run(WAYNE, main, "SELECT nick FROM users"));
    project.deploy(main);
    assertThat(version(project)).isEqualTo("1.2");
    assertThat(past(project, main, "SELECT count(nick) FROM users", after)).isEqualTo(Value.of(0));
  }

  @Test
  void thePastCanBeReadButNotChanged() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant one = insert(project, main, "a@b");
    project.run(WAYNE, main, "DELETE FROM users");

    assertThat(past(project, main, COUNT, one)).isEqualTo(Value.of(1));
    assertThat(
            project
                .as(Role.READ, ScopeType.PROJECT)
                .queries()
                .tenant(new TenantQuery(WAYNE, main, COUNT).at(one))
                .rows()
                .getFirst())
        .containsExactly(Value.of(1));
    assertThat(project.value(WAYNE, main, COUNT)).isEqualTo(Value.of(0));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "as_of is for statements that read",
        () -> past(project, main, "DELETE FROM users", one));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () -> project.admin().queries().admin(new TenantQuery(WAYNE, main, COUNT).at(one)));
  }

  @Test
  void theWindowCountsItsCommits() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    for (int i = 0; i < 5; i++) {
      insert(project, main, i + "@b");
    }

    RecoveryWindow window = project.admin().recovery().window(WAYNE, main, 10);

    assertThat(window.blueprint()).isEqualTo(main);
    assertThat(window.commits()).isEqualTo(5);
    assertThat(window.density()).hasSize(10);
    assertThat(window.density().stream().mapToLong(RecoveryWindow.Bucket::commits).sum())
        .isEqualTo(5);
    assertThat(window.density().getFirst().start()).isEqualTo(window.start().orElseThrow());
    assertThat(window.lastCommit().orElseThrow())
        .isBetween(window.start().orElseThrow(), window.end().orElseThrow());
    assertThat(window.bases()).isPositive();
    assertThat(window.archiveBytes()).isPositive();
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.admin().recovery().window(WAYNE, main, 0));
  }

  @Test
  void timesOutsideTheWindowAreRefusedNamingIt() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant now = insert(project, main, "a@b");

    for (Instant time : List.of(now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(1)))) {
      assertThatThrownBy(() -> project.admin().recovery().recover(new RecoverTenant(WAYNE, time)))
          .isInstanceOfSatisfying(
              EngineException.class,
              refusal -> {
                assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
                assertThat(refusal.message()).contains("the window is ");
                assertThat(refusal.detail("window_start")).isPresent();
                assertThat(refusal.detail("window_end")).isPresent();
              });
      assertRefused(ErrorCode.BAD_REQUEST, () -> past(project, main, COUNT, time));
    }
    assertThat(project.admin().tenants().get(WAYNE).status()).isEqualTo(TenantStatus.READY);
  }

  @Test
  void sharedTenantsHaveNoPast() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    Instant now = Instant.now();
    String text = "PITR is only available for L2 (dedicated) tenants";

    assertRefused(
        ErrorCode.FORBIDDEN,
        text,
        () -> project.admin().recovery().recover(new RecoverTenant(WAYNE, now)));
    assertRefused(ErrorCode.FORBIDDEN, text, () -> project.admin().recovery().undo(WAYNE));
    assertRefused(
        ErrorCode.FORBIDDEN, text, () -> project.admin().recovery().window(WAYNE, main, 10));
    assertRefused(ErrorCode.FORBIDDEN, text, () -> past(project, main, COUNT, now));
  }

  @Test
  void whoMayNotIsRefused() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant one = insert(project, main, "a@b");
    project.tenant("other", main);
    RecoverTenant request = new RecoverTenant(WAYNE, one);

    for (Role role : List.of(Role.READ, Role.WRITE)) {
      assertRefused(
          ErrorCode.ROLE_REQUIRED,
          () -> project.as(role, ScopeType.PROJECT).recovery().recover(request));
      assertRefused(
          ErrorCode.ROLE_REQUIRED,
          () -> project.as(role, ScopeType.PROJECT).recovery().undo(WAYNE));
    }
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> project.as(Role.ADMIN, ScopeType.TENANT, "other").recovery().recover(request));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> project.as(Role.READ, ScopeType.TENANT, "other").recovery().window(WAYNE, main, 5));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: ghost",
        () -> project.admin().recovery().recover(new RecoverTenant(new TenantId("ghost"), one)));
    project.admin().tenants().suspend(WAYNE);
    assertRefused(ErrorCode.CONFLICT, () -> project.admin().recovery().recover(request));
  }

  @Test
  void aDestroyedTenantLeavesNoPast() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant one = insert(project, main, "a@b");
    insert(project, main, "b@b");
    project.admin().recovery().recover(new RecoverTenant(WAYNE, one));
    project.settled(WAYNE);

    project.admin().tenants().delete(WAYNE, true);
    create(project, main);

    assertThat(project.value(WAYNE, main, COUNT)).isEqualTo(Value.of(0));
    assertRefused(ErrorCode.BAD_REQUEST, () -> past(project, main, COUNT, one));
    assertThat(project.admin().tenants().get(WAYNE).recoveryUndo()).isEmpty();
  }

  @Test
  void aRestartForgetsNothing() {
    TestProject project = project();
    WorkspaceName main = dedicated(project, "main");
    Instant one = insert(project, main, "a@b");
    insert(project, main, "b@b");

    fixture().reopen();
    TestProject again = project.reopened();
    insert(again, main, "c@b");

    assertThat(past(again, main, COUNT, one)).isEqualTo(Value.of(1));
    again.admin().recovery().recover(new RecoverTenant(WAYNE, one));
    assertThat(again.settled(WAYNE).recoveryUndo()).isPresent();
    assertThat(again.value(WAYNE, main, COUNT)).isEqualTo(Value.of(1));
    again.admin().recovery().undo(WAYNE);
    assertThat(again.value(WAYNE, main, COUNT)).isEqualTo(Value.of(3));
  }

  private static WorkspaceName dedicated(TestProject project, String name) {
    WorkspaceName workspace = project.workspaceFrom(name, "fintech");
    create(project, workspace);
    return workspace;
  }

  private static void create(TestProject project, WorkspaceName workspace) {
    project
        .admin()
        .tenants()
        .create(
            new CreateTenant(
                WAYNE, List.of(new TenantDatabaseRequest(workspace, 2, Optional.empty()))));
    project.settled(WAYNE);
  }

  /** Inserts a user; returns a time right after it. */
  private static Instant insert(TestProject project, WorkspaceName main, String email) {
    project.run(
        WAYNE, main, "INSERT INTO users (email, name) VALUES ('" + email + "', 'Somebody')");
    Instant now = Instant.now();
    while (!Instant.now().isAfter(now)) {
      Thread.onSpinWait();
    }
    return now;
  }

  private static Value past(TestProject project, WorkspaceName main, String sql, Instant time) {
    return project
        .admin()
        .queries()
        .tenant(new TenantQuery(WAYNE, main, sql).at(time))
        .rows()
        .getFirst()
        .getFirst();
  }

  private static String version(TestProject project) {
    return project.admin().tenants().get(WAYNE).databases().getFirst().version().toString();
  }
}
