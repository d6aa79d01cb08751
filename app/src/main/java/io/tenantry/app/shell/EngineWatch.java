package io.tenantry.app.shell;

import io.tenantry.app.connect.LinkHealth;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.info.EngineStatus;
import io.tenantry.contract.page.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the window follows of the open engine. UI thread. */
final class EngineWatch {
  private static final int NEWEST = 20;

  private final OpenConnection open;
  private Status last = Status.NONE;

  EngineWatch(OpenConnection open) {
    this.open = open;
  }

  /** Lists the newest deployments as jobs; runs on a worker. */
  List<Job> jobs() {
    return open
        .project()
        .deployments()
        .list(DeploymentFilter.none(), PageRequest.first(NEWEST))
        .items()
        .stream()
        .map(EngineWatch::job)
        .toList();
  }

  /** Asks what needs attention; runs on a worker. */
  Attention attention() {
    return Attention.in(open.project());
  }

  /** Says how it is; while it does not answer, with the figures of its last answer. */
  Status describe(LinkHealth health) {
    last =
        switch (health) {
          case LinkHealth.Unknown _ -> Status.NONE;
          case LinkHealth.Up(EngineStatus figures, Duration took) ->
              new Status(true, latency(took), Optional.of(figures));
          case LinkHealth.Down _ -> last.offline();
        };
    return last;
  }

  private String latency(Duration took) {
    return open.connection().isLocal() ? "" : Figures.duration(took);
  }

  private static Job job(Deployment deployment) {
    return new Job(
        deployment.jobId().toString(),
        Text.of(name(deployment), deployment.blueprintId(), deployment.version()),
        words(deployment),
        OptionalDouble.of(deployment.progress()),
        deployment.failedTenants(),
        deployment.status().ended());
  }

  private static String name(Deployment deployment) {
    if (deployment.detail().dryRun()) {
      return "shell.job.try";
    }
    return switch (deployment.detail().kind()) {
      case DEPLOY -> "shell.job.deploy";
      case UNDO -> "shell.job.undo";
    };
  }

  private static String words(Deployment deployment) {
    int failed = deployment.failedTenants();
    return deployment.status().ended() && failed > 0
        ? Text.of("shell.job.failures", deployment.progressDisplay(), failed)
        : deployment.progressDisplay();
  }
}
