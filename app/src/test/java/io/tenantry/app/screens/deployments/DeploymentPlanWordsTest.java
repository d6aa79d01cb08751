package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.screens.deployments.DeploymentPlan.Standings;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentPlanWordsTest {
  private static final Version TARGET = Version.parse("1.2");

  @Test
  void tenantsAreCountedBehindThereAndAhead() {
    Standings standings =
        Standings.NONE
            .with(Version.parse("1.3"), 1, TARGET)
            .with(Version.parse("1.2"), 20, TARGET)
            .with(Version.parse("1.1"), 300, TARGET)
            .with(Version.parse("1.0"), 4000, TARGET);
    assertThat(standings).isEqualTo(new Standings(4300, 20, 1));
  }

  @Test
  void whatHappensIsSaidWithOneNumberForTheTenantsThatAreChanged() {
    DeploymentPlan plan = plan(new Standings(1, 20, 0));
    assertThat(DeploymentPlanWords.sentences(plan))
        .isEqualTo(
            "Brings 1 tenant to version 1.2: 1 statement at the most, in one transaction each. 20"
                + " are on it already and are skipped without opening their files.");
    assertThat(DeploymentPlanWords.reach(plan)).isEqualTo("1 tenant");
    assertThat(plan.obstacle()).isEmpty();
  }

  @Test
  void aBlueprintWithoutTenantsHasNothingToDeploy() {
    assertThat(said(new Standings(0, 0, 0)))
        .isEqualTo("No tenant yet: new tenants get 1.2 by themselves.");
  }

  @Test
  void nothingIsToBeDoneWhenAllAreThere() {
    assertThat(said(new Standings(0, 20, 0)))
        .isEqualTo("Nothing to do: all 20 tenants are on version 1.2 already.");
    assertThat(said(new Standings(0, 1, 0)))
        .isEqualTo("Nothing to do: the tenant is on version 1.2 already.");
  }

  @Test
  void tenantsOnANewerVersionStopADeploymentToAll() {
    assertThat(said(new Standings(4, 2, 3)))
        .isEqualTo(
            "3 tenants are on a newer version than 1.2, from which nothing goes back. Choose a"
                + " newer version, or name the tenants it is for.");
  }

  @Test
  void newLimitsAloneAreSomethingToDeploy() {
    DeploymentPlan plan = plan(new Standings(0, 20, 0), true, Optional.empty());
    assertThat(plan.obstacle()).isEmpty();
    assertThat(DeploymentPlanWords.sentences(plan)).isEqualTo("New limits of queries go along.");
  }

  @Test
  void anotherDeploymentHasToEndFirst() {
    DeploymentPlan plan =
        plan(new Standings(5, 0, 0), false, Optional.of(new DeploymentId("dep_abc123")));
    assertThat(plan.obstacle()).contains(DeploymentPlan.Obstacle.RUNNING);
    assertThat(DeploymentPlanWords.sentences(plan)).contains("fintech has not ended");
  }

  private static String said(Standings standings) {
    DeploymentPlan plan = plan(standings);
    assertThat(plan.obstacle()).isPresent();
    return DeploymentPlanWords.sentences(plan);
  }

  private static DeploymentPlan plan(Standings standings) {
    return plan(standings, false, Optional.empty());
  }

  private static DeploymentPlan plan(
      Standings standings, boolean limits, Optional<DeploymentId> running) {
    return new DeploymentPlan(
        new WorkspaceName("fintech"),
        TARGET,
        List.of(TARGET),
        false,
        standings,
        List.of("CREATE TABLE t (a)"),
        List.of(),
        List.of(),
        limits,
        running);
  }
}
