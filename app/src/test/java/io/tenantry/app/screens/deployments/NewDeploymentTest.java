package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.screens.deployments.NewDeploymentViewModel.PlanState;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.Project;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class NewDeploymentTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final List<Deployment> started = new ArrayList<>();
  private final List<EngineException> refused = new ArrayList<>();
  private SeededEngine engine;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(20);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void thePlanNamesTheTenantsAndTheStatements() {
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
    DeploymentPlan plan = known(sheet());
    assertThat(plan.tenants()).isEqualTo(new DeploymentPlan.Standings(20, 0, 0));
    assertThat(plan.statements()).singleElement().asString().startsWith("CREATE TABLE notes");
  }

  @Test
  void aPlanThatIsShownIsStarted() {
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    NewDeploymentViewModel sheet = sheet();
    sheet.start(started::add, refused::add);
    assertThat(started).singleElement().extracting(Deployment::totalTenants).isEqualTo(20);
    assertThat(refused).isEmpty();
  }

  @Test
  void aVersionThatCameMeanwhileIsShownAndNothingIsStarted() {
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    NewDeploymentViewModel sheet = sheet();
    Version shown = known(sheet).target();
    engine.change("CREATE TABLE tags (id INTEGER PRIMARY KEY)");
    sheet.start(started::add, refused::add);
    assertThat(started).isEmpty();
    assertThat(sheet.plan().get())
        .isInstanceOfSatisfying(PlanState.Known.class, now -> assertThat(now.isChanged()).isTrue());
    assertThat(known(sheet).target()).isGreaterThan(shown);
    assertThat(known(sheet).statements()).hasSize(2);
    assertThat(sheet.versionProperty().get()).isEqualTo(known(sheet).target());
    sheet.start(started::add, refused::add);
    assertThat(started)
        .singleElement()
        .extracting(Deployment::version)
        .isEqualTo(known(sheet).target());
  }

  @Test
  void tenantsThatMovedMeanwhileAreCountedAgainBeforeAnythingStarts() throws Exception {
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    NewDeploymentViewModel sheet = sheet();
    deployed(new TenantId("tenant-001"));
    sheet.start(started::add, refused::add);
    assertThat(started).isEmpty();
    assertThat(known(sheet).tenants()).isEqualTo(new DeploymentPlan.Standings(19, 1, 0));
    assertThat(sheet.canStart().get()).isTrue();
  }

  @Test
  void anOlderVersionThatWasPickedStaysPicked() {
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    Version older = known(sheet()).target();
    engine.change("CREATE TABLE tags (id INTEGER PRIMARY KEY)");
    NewDeploymentViewModel sheet = sheet();
    sheet.versionProperty().set(older);
    assertThat(known(sheet).target()).isEqualTo(older);
    assertThat(known(sheet).statements()).hasSize(1);
    sheet.start(started::add, refused::add);
    assertThat(started).singleElement().extracting(Deployment::version).isEqualTo(older);
  }

  @Test
  void nothingCanStartWithoutATenantThatIsBehind() {
    NewDeploymentViewModel sheet = sheet();
    assertThat(known(sheet).obstacle()).contains(DeploymentPlan.Obstacle.NOTHING_TO_DO);
    assertThat(sheet.canStart().get()).isFalse();
  }

  @Test
  void namedTenantsAreCountedAndUnknownOnesAreSaid() {
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    NewDeploymentViewModel sheet = sheet();
    sheet.reachProperty().set(NewDeploymentViewModel.Reach.NAMED);
    assertThat(sheet.plan().get()).isInstanceOf(PlanState.NoTarget.class);
    assertThat(sheet.canStart().get()).isFalse();
    sheet.chosenProperty().set("tenant-001, tenant-002");
    tasks.tick();
    assertThat(known(sheet).tenants()).isEqualTo(new DeploymentPlan.Standings(2, 0, 0));
    assertThat(sheet.draft().isTyped()).isTrue();
    sheet.chosenProperty().set("tenant-001 nobody");
    tasks.tick();
    assertThat(sheet.plan().get())
        .isInstanceOfSatisfying(
            PlanState.Failed.class,
            failed -> assertThat(failed.reason().message()).isEqualTo("Tenant not found: nobody"));
    assertThat(sheet.canStart().get()).isFalse();
  }

  @Test
  void aTrialSaysWhoWouldFailAndChangesNobody() throws Exception {
    engine.run(
        new TenantId("tenant-003"), "INSERT INTO accounts (user_id, name) VALUES (1, 'Main')");
    engine.change("CREATE UNIQUE INDEX accounts_user_name ON accounts (user_id, name)");
    NewDeploymentViewModel sheet = sheet();
    sheet.tryOut();
    Deployment tried = tried(sheet);
    assertThat(tried.detail().dryRun()).isTrue();
    assertThat(tried.failedTenants()).isEqualTo(1);
    assertThat(tried.detail().errorGroups()).hasSize(1);
    assertThat(known(sheet()).tenants()).isEqualTo(new DeploymentPlan.Standings(20, 0, 0));
    assertThat(sheet.canStart().get()).isTrue();
  }

  @Test
  void aTrialAnswersForNothingElse() throws Exception {
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    NewDeploymentViewModel sheet = sheet();
    sheet.tryOut();
    assertThat(tried(sheet).failedTenants()).isZero();
    sheet.reachProperty().set(NewDeploymentViewModel.Reach.NAMED);
    assertThat(sheet.trial().state().get()).isEqualTo(DeploymentTrial.State.NONE);
    assertThat(sheet.canTry().get()).isFalse();
  }

  private Deployment tried(NewDeploymentViewModel sheet) throws Exception {
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          tasks.deliverBrought();
          return sheet.trial().state().get() instanceof DeploymentTrial.State.Ended;
        });
    return ((DeploymentTrial.State.Ended) sheet.trial().state().get()).deployment();
  }

  private NewDeploymentViewModel sheet() {
    Project project = engine.project();
    NewDeploymentViewModel sheet =
        new NewDeploymentViewModel(
            new DeploymentPlanner(
                project.workspaces(),
                project.blueprints(),
                project.deployments(),
                project.tenants()),
            project.deployments(),
            ProjectMemory.open(folder.resolve("memory"), tasks).texts(),
            tasks);
    sheet.load(Optional.of(SeededEngine.FINTECH));
    return sheet;
  }

  private static DeploymentPlan known(NewDeploymentViewModel sheet) {
    assertThat(sheet.plan().get()).isInstanceOf(PlanState.Known.class);
    return ((PlanState.Known) sheet.plan().get()).plan();
  }

  private void deployed(TenantId tenant) throws Exception {
    Deployment one =
        engine
            .project()
            .deployments()
            .create(new CreateDeployment(SeededEngine.FINTECH, Optional.empty(), List.of(tenant)));
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> engine.project().deployments().get(one.jobId()).status().ended());
  }
}
