package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.deployments.UndoMode;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What going back must do: downgrades, and undoing a deployment in both ways. */
public abstract class DeploymentUndoContract extends ContractSuite {
  private static final WorkspaceName MAIN = DeploymentFleet.MAIN;
  private static final DeploymentOptions PLAIN = DeploymentOptions.defaults();

  @Test
  void aDowngradeNamesItsLossesAndKeepsTheOtherRows() {
    TestProject project = DeploymentFleet.of(project(), 3);
    TenantId t0 = new TenantId("t0");
    project.design(MAIN, "ALTER TABLE users ADD COLUMN phone TEXT; CREATE TABLE extra (a)");
    project.deploy(MAIN);
    project.run(t0, MAIN, "INSERT INTO users (email, name, phone) VALUES ('a@b', 'Ada', '1')");
    CreateDeployment back = new CreateDeployment(MAIN, Optional.of(new Version(1, 1)), List.of());

    assertRefused(ErrorCode.CONFLICT, () -> project.admin().deployments().create(back));
    Deployment tried =
        project.ended(
            project.admin().deployments().create(back.with(PLAIN.withDowngrade().asDryRun())));
    Deployment ended =
        project.ended(project.admin().deployments().create(back.with(PLAIN.withDowngrade())));

    assertThat(tried.detail().losses()).hasSize(2);
    assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(ended.detail().losses())
        .extracting(loss -> loss.fromVersion() + " " + loss.toVersion())
        .containsOnly("1.2 1.1");
    assertThat(DeploymentFleet.version(project, "t0")).isEqualTo(new Version(1, 1));
    assertThat(project.value(t0, MAIN, "SELECT name FROM users")).isEqualTo(Value.of("Ada"));
    assertThat(project.admin().backups().list(t0)).hasSize(1);
    assertThat(project.deploy(MAIN).status()).isEqualTo(DeploymentStatus.COMPLETED);
  }

  @Test
  void anUndoByPlanKeepsWhatWasWrittenSince() {
    TestProject project = DeploymentFleet.of(project(), 3);
    TenantId t1 = new TenantId("t1");
    project.design(MAIN, "ALTER TABLE users ADD COLUMN phone TEXT");
    Deployments deployments = project.admin().deployments();
    Deployment done = project.deploy(MAIN);
    project.run(t1, MAIN, "INSERT INTO users (email, name, phone) VALUES ('a@b', 'Ada', '1')");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> deployments.undo(done.jobId(), UndoDeployment.byPlan()))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(refused.detail("losses").orElseThrow()).contains("phone");
            });
    Deployment tried =
        project.ended(deployments.undo(done.jobId(), UndoDeployment.byPlan().asDryRun()));
    assertThat(tried.detail().losses()).hasSize(1);
    assertThat(DeploymentFleet.version(project, "t1")).isEqualTo(new Version(1, 2));
    Deployment one =
        project.ended(
            deployments.undo(
                done.jobId(),
                new UndoDeployment(
                    List.of(t1), tried.detail().undoMode().orElseThrow(), true, false)));

    assertThat(one.detail().kind()).isEqualTo(DeploymentKind.UNDO);
    assertThat(one.detail().undoOf()).contains(done.jobId());
    assertThat(one.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(one.version()).isEqualTo(new Version(1, 1));
    assertThat(DeploymentFleet.version(project, "t1")).isEqualTo(new Version(1, 1));
    assertThat(DeploymentFleet.version(project, "t0")).isEqualTo(new Version(1, 2));
    assertThat(project.value(t1, MAIN, "SELECT name FROM users")).isEqualTo(Value.of("Ada"));
    Deployment rest =
        project.ended(deployments.undo(done.jobId(), UndoDeployment.byPlan().confirmed()));
    assertThat(DeploymentFleet.states(project, rest.jobId(), State.SKIPPED)).containsExactly("t1");
    assertThat(DeploymentFleet.states(project, rest.jobId(), State.DONE))
        .containsExactly("t0", "t2");
  }

  @Test
  void onlyWhatIsNotBackYetCanBeUndone() {
    TestProject project = DeploymentFleet.of(project(), 3);
    project.design(MAIN, "CREATE TABLE extra (a)");
    Deployments deployments = project.admin().deployments();
    DeploymentId done = project.deploy(MAIN).jobId();
    UndoDeployment all = UndoDeployment.byPlan().confirmed();

    project.ended(
        deployments.undo(
            done, new UndoDeployment(List.of(new TenantId("t1")), all.mode(), true, false)));

    assertThat(deployments.get(done).detail().undoneBy()).isEmpty();
    assertThat(deployments.undoOutlook(done).tenants()).isEqualTo(2);
    Deployment rest = project.ended(deployments.undo(done, all));
    assertThat(deployments.get(done).detail().undoneBy()).contains(rest.jobId());
    assertRefused(ErrorCode.CONFLICT, () -> deployments.undoOutlook(done));
    assertRefused(ErrorCode.CONFLICT, () -> deployments.undo(done, all));
  }

  @Test
  void theOutlookNamesTheWaysBackAndChangesNothing() {
    TestProject project = DeploymentFleet.of(project(), 3);
    Deployments deployments = project.admin().deployments();
    project.design(MAIN, "ALTER TABLE users ADD COLUMN phone TEXT");
    project.ended(
        deployments.create(
            new CreateDeployment(MAIN, Optional.empty(), List.of(new TenantId("t1")))));
    project.design(MAIN, "CREATE TABLE extra (a)");
    Deployment done = project.deploy(MAIN);

    UndoOutlook outlook = deployments.undoOutlook(done.jobId());

    Version now = new Version(1, 3);
    assertThat(outlook.ways())
        .containsExactly(
            new UndoOutlook.Way(now, new Version(1, 1), 2),
            new UndoOutlook.Way(now, new Version(1, 2), 1));
    assertThat(outlook.tenants()).isEqualTo(3);
    assertThat(DeploymentFleet.version(project, "t1")).isEqualTo(now);
    Deployment nothing = project.deploy(MAIN);
    assertRefused(ErrorCode.CONFLICT, () -> deployments.undoOutlook(nothing.jobId()));
  }

  @Test
  void theOutlookSaysWhatAPlanDoesNotBringBack() {
    TestProject project = DeploymentFleet.of(project(), 2);
    TenantId t0 = new TenantId("t0");
    project.design(
        MAIN,
        "ALTER TABLE users ADD COLUMN age INTEGER NOT NULL DEFAULT 7;"
            + "ALTER TABLE users ADD COLUMN phone TEXT; CREATE TABLE notes (a)");
    project.deploy(MAIN);
    project.run(
        t0, MAIN, "INSERT INTO users (email, name, age, phone) VALUES ('a@b', 'Ada', 36, '1')");
    project.design(
        MAIN,
        "ALTER TABLE users DROP COLUMN age; ALTER TABLE users DROP COLUMN phone;"
            + " DROP TABLE notes; ALTER TABLE users RENAME TO people");
    Deployment done = project.deploy(MAIN);
    Deployments deployments = project.admin().deployments();

    UndoOutlook outlook = deployments.undoOutlook(done.jobId());

    Version from = new Version(1, 3);
    Version to = new Version(1, 2);
    assertThat(outlook.gone())
        .filteredOn(loss -> loss.values() > 0)
        .extracting(loss -> loss.what() + " " + loss.values() + " " + loss.tenants())
        .containsExactlyInAnyOrder(
            "drops column users.age with its values 1 1",
            "drops column users.phone with its values 1 1");
    assertThat(outlook.refills())
        .containsExactlyInAnyOrder(
            new UndoOutlook.Refill(from, to, "users.age", Optional.of("people"), Optional.of("7")),
            new UndoOutlook.Refill(
                from, to, "users.phone", Optional.of("people"), Optional.empty()),
            new UndoOutlook.Refill(from, to, "notes", Optional.empty(), Optional.empty()));
    assertThat(outlook.copies()).isEqualTo(2);
    project.ended(deployments.undo(done.jobId(), UndoDeployment.byPlan().confirmed()));
    assertThat(project.value(t0, MAIN, "SELECT age FROM users")).isEqualTo(Value.of(7));
  }

  @Test
  void anUndoFromBackupsPutsBackWhatWasThereBefore() {
    TestProject project = DeploymentFleet.of(project(), 2);
    TenantId t0 = new TenantId("t0");
    project.run(t0, MAIN, "INSERT INTO users (email, name) VALUES ('old@b', 'Old')");
    project.design(MAIN, "ALTER TABLE users ADD COLUMN phone TEXT");
    Deployments deployments = project.admin().deployments();
    Deployment done = project.ended(DeploymentFleet.create(project, PLAIN.withSafetyBackup(true)));
    project.run(t0, MAIN, "INSERT INTO users (email, name, phone) VALUES ('new@b', 'New', '1')");

    Deployment tried =
        project.ended(deployments.undo(done.jobId(), UndoDeployment.fromBackups().asDryRun()));
    Deployment undone = project.ended(deployments.undo(done.jobId(), UndoDeployment.fromBackups()));

    assertThat(done.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(tried.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(undone.errors()).isEmpty();
    assertThat(undone.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(undone.detail().losses()).singleElement().asString().contains("written since");
    assertThat(DeploymentFleet.version(project, "t0")).isEqualTo(new Version(1, 1));
    assertThat(project.run(t0, MAIN, "SELECT name FROM users").rows())
        .containsExactly(List.of(Value.of("Old")));
    assertRefused(
        ErrorCode.CONFLICT,
        () -> deployments.undo(undone.jobId(), UndoDeployment.byPlan().confirmed()));
  }

  @Test
  void whatCannotBeUndoneIsRefused() {
    TestProject project = DeploymentFleet.of(project(), 2);
    project.design(MAIN, "CREATE TABLE extra (a)");
    Deployment done = project.deploy(MAIN);
    Deployments deployments = project.admin().deployments();

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> deployments.undo(done.jobId(), UndoDeployment.fromBackups()))
        .withMessageContaining("made no copy of tenant 't0'; use mode plan");
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "Tenant 'nobody' was not changed by deployment " + done.jobId(),
        () ->
            deployments.undo(
                done.jobId(),
                new UndoDeployment(List.of(new TenantId("nobody")), UndoMode.PLAN, true, false)));
    Deployment nothing = project.deploy(MAIN);
    assertRefused(
        ErrorCode.CONFLICT,
        () -> deployments.undo(nothing.jobId(), UndoDeployment.byPlan().confirmed()));
  }
}
