package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.figures.Pace;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentDetail;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentFiguresTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void thePaceTellsRateAndTimeLeft() {
    Pace pace = DeploymentPace.of(deployment(DeploymentStatus.RUNNING, 1000, 200, 0, 0, 2000));
    assertThat(pace).isEqualTo(new Pace(100, Optional.of(Duration.ofSeconds(8))));
  }

  @Test
  void tenantsThatWereThereAlreadyDoNotMakeItFaster() {
    Pace pace = DeploymentPace.of(deployment(DeploymentStatus.RUNNING, 1000, 900, 800, 0, 2000));
    assertThat(pace).isEqualTo(new Pace(50, Optional.of(Duration.ofSeconds(2))));
  }

  @Test
  void timeLeftIsNotGuessedBeforeOnePercentNorWhilePausedNorAfterTheEnd() {
    assertThat(
            DeploymentPace.of(deployment(DeploymentStatus.RUNNING, 1000, 9, 0, 0, 1000))
                .remaining())
        .isEmpty();
    assertThat(
            DeploymentPace.of(deployment(DeploymentStatus.PAUSED, 10, 5, 0, 0, 1000)).remaining())
        .isEmpty();
    assertThat(
            DeploymentPace.of(deployment(DeploymentStatus.FAILED, 10, 9, 0, 1, 1000)).remaining())
        .isEmpty();
  }

  @Test
  void doneAndAlreadyThereAreCountedApartAndAllPartsMakeTheWhole() {
    TenantsSoFar progress =
        TenantsSoFar.of(deployment(DeploymentStatus.RUNNING, 300, 290, 40, 2, 1000));
    assertThat(progress).isEqualTo(new TenantsSoFar(250, 40, 2, 8));
    assertThat(progress.all()).isEqualTo(300);
  }

  @Test
  void theBarHasEveryPartInItsProportion() {
    TenantsSoFar progress = new TenantsSoFar(298, 0, 2, 0);
    assertThat(progress.parts(DeploymentStatus.FAILED))
        .contains(new Meter.Part(Tone.SUCCESS, 298), new Meter.Part(Tone.DANGER, 2));
    assertThat(DeploymentFigures.words(progress)).isEqualTo("298 of 300 · 2 failed");
  }

  @Test
  void whatWaitsForAResumeIsAPartOfTheBarOnlyWhilePaused() {
    TenantsSoFar progress = new TenantsSoFar(5, 0, 0, 15);
    assertThat(progress.parts(DeploymentStatus.PAUSED)).contains(new Meter.Part(Tone.PAUSED, 15));
    assertThat(progress.parts(DeploymentStatus.RUNNING)).contains(new Meter.Part(Tone.PAUSED, 0));
  }

  @Test
  void aFailedOneSaysHowManyFailed() {
    assertThat(DeploymentWords.standing(deployment(DeploymentStatus.FAILED, 300, 298, 0, 2, 1000)))
        .extracting(content -> content.text())
        .isEqualTo("2 of 300 failed");
  }

  private static Deployment deployment(
      DeploymentStatus status, int total, int completed, int skipped, int failed, double worked) {
    return new Deployment(
        new DeploymentId("dep_abc123"),
        new WorkspaceName("fintech"),
        Version.parse("1.2"),
        status,
        total,
        completed,
        failed,
        List.of(),
        START,
        Optional.of(START),
        Optional.empty(),
        Optional.empty(),
        new DeploymentDetail(
            DeploymentKind.DEPLOY,
            false,
            8,
            false,
            Optional.empty(),
            0,
            skipped,
            worked,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of()));
  }
}
