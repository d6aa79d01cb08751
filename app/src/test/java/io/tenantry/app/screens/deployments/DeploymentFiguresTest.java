package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentDetail;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentFiguresTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void failuresAreGroupedByMessageTheLargestFirst() {
    List<FailureGroup> groups =
        FailureGroup.of(
            List.of(failed("a", "timeout"), failed("b", "UNIQUE"), failed("c", "UNIQUE")));
    assertThat(groups)
        .containsExactly(
            new FailureGroup("UNIQUE", List.of(new TenantId("b"), new TenantId("c"))),
            new FailureGroup("timeout", List.of(new TenantId("a"))));
  }

  @Test
  void thePaceTellsRateAndTimeLeft() {
    Pace pace = Pace.of(deployment(DeploymentStatus.RUNNING, 1000, 200), START.plusSeconds(2));
    assertThat(pace).isEqualTo(new Pace(100, Optional.of(Duration.ofSeconds(8))));
  }

  @Test
  void timeLeftIsNotGuessedBeforeOnePercentNorWhilePausedNorAfterTheEnd() {
    assertThat(Pace.of(deployment(DeploymentStatus.RUNNING, 1000, 9), START.plusSeconds(1)))
        .extracting(Pace::remaining)
        .isEqualTo(Optional.empty());
    assertThat(Pace.of(deployment(DeploymentStatus.PAUSED, 10, 5), START.plusSeconds(1)))
        .extracting(Pace::remaining)
        .isEqualTo(Optional.empty());
    assertThat(Pace.of(deployment(DeploymentStatus.FAILED, 10, 10), START.plusSeconds(1)))
        .extracting(Pace::remaining)
        .isEqualTo(Optional.empty());
  }

  private static DeploymentTenant failed(String tenant, String error) {
    return new DeploymentTenant(
        new TenantId(tenant),
        DeploymentTenant.State.FAILED,
        Optional.empty(),
        Version.parse("1.2"),
        Optional.of(error),
        Optional.empty(),
        Optional.empty());
  }

  private static Deployment deployment(DeploymentStatus status, int total, int completed) {
    return new Deployment(
        new DeploymentId("dep_abc123"),
        new WorkspaceName("fintech"),
        Version.parse("1.2"),
        status,
        total,
        completed,
        0,
        List.of(),
        START,
        Optional.of(START),
        Optional.empty(),
        Optional.empty(),
        DeploymentDetail.plain(8));
  }
}
