package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentEvent.Kind;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.ErrorGroup;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What deployments must do beyond the reference: stages, budgets, pauses, width, dry runs. */
public abstract class DeploymentControlContract extends ContractSuite {
  private static final WorkspaceName MAIN = DeploymentFleet.MAIN;
  private static final DeploymentOptions PLAIN = DeploymentOptions.defaults();

  @Test
  void stagesFollowEachOtherAfterAPause() {
    TestProject project = DeploymentFleet.of(project(), 10);
    project.design(MAIN, "ALTER TABLE users ADD COLUMN phone TEXT");
    DeploymentStrategy strategy =
        DeploymentStrategy.stages(Share.tenants(2), Share.percent(50)).withPauses();

    Deployment started = DeploymentFleet.create(project, PLAIN.withStrategy(strategy));
    Deployment first = DeploymentFleet.paused(project, started.jobId());

    assertThat(started.detail().stages())
        .extracting(stage -> stage.number() + ":" + stage.target())
        .containsExactly("1:2", "2:5", "3:10");
    assertThat(first.completedTenants()).isEqualTo(2);
    assertThat(first.detail().stage()).contains(2);
    assertThat(first.detail().failuresAllowed()).contains(0);
    assertThat(DeploymentFleet.states(project, started.jobId(), State.DONE))
        .containsExactly("t0", "t1");

    Deployment resumed = project.admin().deployments().resume(started.jobId());
    Deployment second = DeploymentFleet.paused(project, started.jobId());

    assertThat(resumed.status()).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(second.completedTenants()).isEqualTo(5);
    project.admin().deployments().resume(started.jobId());
    Deployment ended = project.ended(started);
    assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(ended.completedTenants()).isEqualTo(10);
    assertThat(project.admin().workspaces().diff(MAIN).changes()).isEmpty();
  }

  @Test
  void theLogTellsWhatHappenedAndWhoDidIt() {
    TestProject project = DeploymentFleet.of(project(), 4);
    project.design(MAIN, "CREATE TABLE extra (a)");
    Deployments deployments = project.admin().deployments();
    DeploymentId id =
        DeploymentFleet.create(
                project,
                PLAIN.withStrategy(DeploymentStrategy.stages(Share.tenants(1)).withPauses()))
            .jobId();
    DeploymentFleet.paused(project, id);
    deployments.width(id, 3);
    Deployment ended = project.ended(deployments.resume(id));
    Deployment undo = project.ended(deployments.undo(id, UndoDeployment.byPlan().confirmed()));

    List<DeploymentEvent> log = deployments.log(id);

    assertThat(log)
        .extracting(DeploymentEvent::kind)
        .containsExactly(
            Kind.STARTED,
            Kind.STAGE,
            Kind.PAUSED,
            Kind.WIDTH,
            Kind.RESUMED,
            Kind.FINISHED,
            Kind.UNDONE);
    assertThat(log.get(1).number()).contains(2);
    assertThat(log.get(3).number()).contains(3);
    assertThat(log.get(5).status()).contains(ended.status());
    assertThat(log.get(6).undo()).contains(undo.jobId());
    assertThat(log)
        .filteredOn(event -> event.author().isEmpty())
        .extracting(DeploymentEvent::kind)
        .containsExactly(Kind.STAGE, Kind.PAUSED, Kind.FINISHED);
    assertThat(deployments.log(undo.jobId()))
        .extracting(DeploymentEvent::kind)
        .containsExactly(Kind.STARTED, Kind.FINISHED);
    assertRefused(ErrorCode.NOT_FOUND, () -> deployments.log(new DeploymentId("dep_00000000")));
  }

  @Test
  void anExceededBudgetStopsAndARetryGoesOn() {
    TestProject project = DeploymentFleet.of(project(), 8);
    DeploymentFleet.fail(project, "t1");
    DeploymentFleet.fail(project, "t6");
    project.design(MAIN, "CREATE UNIQUE INDEX users_name ON users (name)");
    DeploymentStrategy canary = DeploymentStrategy.stages(Share.tenants(3), Share.percent(100));

    Deployment stopped = project.ended(DeploymentFleet.create(project, PLAIN.withStrategy(canary)));

    assertThat(stopped.status()).isEqualTo(DeploymentStatus.FAILED);
    assertThat(stopped.failedTenants()).isEqualTo(1);
    assertThat(stopped.detail().notReachedTenants()).isBetween(5, 6);
    assertThat(stopped.progress()).isLessThan(1.0);
    assertThat(stopped.detail().errorGroups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.count()).isEqualTo(1);
              assertThat(group.tenants()).containsExactly(new TenantId("t1"));
              assertThat(group.reason()).contains("UNIQUE constraint failed");
            });
    assertThat(DeploymentFleet.states(project, stopped.jobId(), State.NOT_REACHED))
        .contains("t3", "t7");
    assertThat(DeploymentFleet.states(project, stopped.jobId(), State.PENDING)).isEmpty();

    DeploymentFleet.repair(project, "t1");
    DeploymentFleet.repair(project, "t6");
    Deployment retried = project.ended(project.admin().deployments().retry(stopped.jobId()));

    assertThat(retried.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(retried.completedTenants()).isEqualTo(8);
  }

  @Test
  void aResumeAcceptsTheFailuresThatStoppedIt() {
    TestProject project = DeploymentFleet.of(project(), 6);
    DeploymentFleet.fail(project, "t0");
    project.design(MAIN, "CREATE UNIQUE INDEX users_name ON users (name)");
    Deployment stopped =
        project.ended(
            DeploymentFleet.create(
                project, PLAIN.withStrategy(DeploymentStrategy.stages(Share.tenants(1)))));

    Deployment ended = project.ended(project.admin().deployments().resume(stopped.jobId()));

    assertThat(stopped.detail().notReachedTenants()).isEqualTo(5);
    assertThat(ended.status()).isEqualTo(DeploymentStatus.FAILED);
    assertThat(ended.completedTenants()).isEqualTo(5);
    assertThat(ended.failedTenants()).isEqualTo(1);
    assertThat(ended.detail().notReachedTenants()).isZero();
  }

  @Test
  void aCancelledDeploymentLeavesTheRestAndLetsOthersStart() {
    TestProject project = DeploymentFleet.of(project(), 5);
    project.design(MAIN, "CREATE TABLE extra (a)");
    Deployments deployments = project.admin().deployments();
    DeploymentId id =
        DeploymentFleet.create(
                project,
                PLAIN.withStrategy(DeploymentStrategy.stages(Share.tenants(2)).withPauses()))
            .jobId();
    DeploymentFleet.paused(project, id);
    assertThat(deployments.states(id).letters()).isEqualTo("ddppp");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> DeploymentFleet.create(project, PLAIN))
        .withMessage(
            "Deployment " + id + " of blueprint 'main' is paused. Resume or cancel it first");
    Deployment cancelled = deployments.cancel(id);

    assertThat(cancelled.status()).isEqualTo(DeploymentStatus.CANCELLED);
    assertThat(cancelled.detail().notReachedTenants()).isEqualTo(3);
    assertThat(cancelled.completedAt()).isPresent();
    assertThat(deployments.states(id).letters()).isEqualTo("ddnnn");
    assertRefused(ErrorCode.CONFLICT, () -> deployments.cancel(id));
    assertRefused(ErrorCode.CONFLICT, () -> deployments.pause(id));
    assertRefused(ErrorCode.CONFLICT, () -> deployments.resume(id));
    assertRefused(ErrorCode.CONFLICT, () -> deployments.retry(id));
    assertRefused(ErrorCode.CONFLICT, () -> deployments.width(id, 3));
    Deployment next = project.ended(DeploymentFleet.create(project, PLAIN));
    assertThat(next.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(DeploymentFleet.states(project, next.jobId(), State.SKIPPED))
        .containsExactly("t0", "t1");
  }

  @Test
  void pausesAndCancellationsOutliveARestart() {
    TestProject project = DeploymentFleet.of(project(), 5);
    project.design(MAIN, "CREATE TABLE extra (a)");
    DeploymentId id =
        DeploymentFleet.create(
                project,
                PLAIN.withStrategy(DeploymentStrategy.stages(Share.tenants(2)).withPauses()))
            .jobId();
    Deployment before = DeploymentFleet.paused(project, id);

    fixture().reopen();
    TestProject again = project.reopened();

    assertThat(again.admin().deployments().get(id)).isEqualTo(before);
    again.admin().deployments().cancel(id);
    fixture().reopen();
    assertThat(again.reopened().admin().deployments().get(id).status())
        .isEqualTo(DeploymentStatus.CANCELLED);
  }

  @Test
  void theNumberOfWorkersCanChangeWhilePaused() {
    TestProject project = DeploymentFleet.of(project(), 6);
    project.design(MAIN, "CREATE TABLE extra (a)");
    Deployments deployments = project.admin().deployments();
    Deployment started =
        DeploymentFleet.create(
            project,
            PLAIN
                .withWorkers(1)
                .withStrategy(DeploymentStrategy.stages(Share.tenants(1)).withPauses()));
    DeploymentFleet.paused(project, started.jobId());

    Deployment wider = deployments.width(started.jobId(), 32);

    assertThat(started.detail().workers()).isEqualTo(1);
    assertThat(wider.detail().workers()).isEqualTo(32);
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "workers must be between 1 and 64",
        () -> deployments.width(started.jobId(), 65));
    deployments.resume(started.jobId());
    assertThat(project.ended(started).completedTenants()).isEqualTo(6);
  }

  @Test
  void aDryRunSaysWhoWouldFailAndTouchesNobody() {
    TestProject project = DeploymentFleet.of(project(), 4);
    DeploymentFleet.fail(project, "t2");
    project.design(
        MAIN, "ALTER TABLE users ADD COLUMN a TEXT; CREATE UNIQUE INDEX n ON users (name)");

    Deployment tried = project.ended(DeploymentFleet.create(project, PLAIN.asDryRun()));
    Deployment sample = project.ended(DeploymentFleet.create(project, PLAIN.asDryRunOf(2)));

    assertThat(tried.detail().dryRun()).isTrue();
    assertThat(tried.status()).isEqualTo(DeploymentStatus.FAILED);
    assertThat(tried.completedTenants()).isEqualTo(3);
    assertThat(tried.detail().errorGroups())
        .extracting(ErrorGroup::tenants)
        .containsExactly(List.of(new TenantId("t2")));
    assertThat(DeploymentFleet.tenants(project, tried.jobId(), Set.of()))
        .allSatisfy(tenant -> assertThat(tenant.durationMs()).isPresent());
    assertThat(sample.totalTenants()).isEqualTo(2);
    assertThat(sample.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(DeploymentFleet.version(project, "t0")).isEqualTo(new Version(1, 1));
    assertThat(project.changes(MAIN)).isNotEmpty();
    assertThat(
            project.value(
                new TenantId("t0"),
                MAIN,
                "SELECT count(*) FROM pragma_table_info('users') WHERE name = 'a'"))
        .isEqualTo(Value.of(0));
    assertThat(
            project.admin().deployments().ofTenant(new TenantId("t0"), PageRequest.all()).items())
        .isEmpty();
    assertRefused(
        ErrorCode.CONFLICT,
        () -> project.admin().deployments().undo(tried.jobId(), UndoDeployment.byPlan()));
  }

  @Test
  void aDryRunNeitherWaitsForAnotherDeploymentNorHoldsItUp() {
    TestProject project = DeploymentFleet.of(project(), 4);
    project.design(MAIN, "CREATE TABLE extra (a)");
    DeploymentId real =
        DeploymentFleet.create(
                project,
                PLAIN.withStrategy(DeploymentStrategy.stages(Share.tenants(1)).withPauses()))
            .jobId();
    DeploymentFleet.paused(project, real);

    Deployment tried = project.ended(DeploymentFleet.create(project, PLAIN.asDryRun()));

    assertThat(tried.completedTenants()).isEqualTo(4);
    project.admin().deployments().resume(real);
    assertThat(project.ended(project.admin().deployments().get(real)).completedTenants())
        .isEqualTo(4);
  }
}
