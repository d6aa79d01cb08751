package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentDetail;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStage;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.ErrorGroup;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A deployment as the catalog has it.
 *
 * @param undoneBy the undo that took all of it back
 * @param total how many tenants it is for
 * @param pending how many have not ended
 * @param failed how many failed
 * @param skipped how many were on the version already
 * @param workedMs milliseconds at work, without the stretch under way
 * @param workingSince when that began
 */
record DeploymentRow(
    DeploymentId id,
    ProjectId project,
    long blueprintId,
    WorkspaceName blueprint,
    int minor,
    DeploymentStatus status,
    DeploymentTerms terms,
    Optional<DeploymentId> undoneBy,
    int total,
    int pending,
    int failed,
    int skipped,
    long workedMs,
    Optional<Instant> workingSince,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt) {

  /**
   * What a single deployment says and a list leaves out.
   *
   * @param errors one text per failed tenant
   * @param forecast what was known of it before it began
   */
  record More(
      List<String> errors,
      List<ErrorGroup> groups,
      List<DeploymentStage> stages,
      Forecast forecast) {
    static final More NONE =
        new More(List.of(), List.of(), List.of(), new Forecast(List.of(), List.of()));
  }

  Deployment view(Instant now) {
    return view(More.NONE, now);
  }

  Deployment view(More more, Instant now) {
    double worked = workedMs + workingSince.map(since -> millis(since, now)).orElse(0.0);
    return new Deployment(
        id,
        blueprint,
        new Version(1, minor),
        status,
        total,
        total - pending - failed,
        failed,
        more.errors(),
        createdAt,
        startedAt.map(DeploymentRow::seconds),
        completedAt.map(DeploymentRow::seconds),
        completedAt.map(_ -> worked),
        detail(more, worked));
  }

  private DeploymentDetail detail(More more, double worked) {
    Optional<DeploymentStrategy> strategy =
        terms.strategy().map(budget -> withStages(budget, more.stages()));
    return new DeploymentDetail(
        terms.kind(),
        terms.dryRun(),
        terms.workers(),
        terms.allowDowngrade(),
        terms.safetyBackup(),
        status.ended() ? pending : 0,
        skipped,
        worked,
        strategy,
        strategy.map(_ -> terms.stage()),
        more.stages(),
        strategy.flatMap(budget -> allowed(budget, more.stages())),
        terms.undoOf(),
        terms.undoMode(),
        undoneBy,
        more.forecast().losses(),
        more.forecast().warnings(),
        more.groups());
  }

  private static DeploymentStrategy withStages(
      DeploymentStrategy budget, List<DeploymentStage> stages) {
    List<Share> shares = stages.stream().map(DeploymentStage::size).toList();
    return new DeploymentStrategy(
        shares, budget.maxFailures(), budget.maxFailuresPercent(), budget.pauseBetween());
  }

  private Optional<Integer> allowed(DeploymentStrategy budget, List<DeploymentStage> stages) {
    return stages.stream()
        .filter(stage -> stage.number() == terms.stage())
        .findFirst()
        .map(stage -> budget.failuresAllowed(stage.target()));
  }

  private static Instant seconds(Instant exact) {
    return exact.truncatedTo(ChronoUnit.SECONDS);
  }

  private static double millis(Instant start, Instant end) {
    return Math.max(0, Duration.between(start, end).toMillis());
  }
}
