package io.tenantry.app.shell;

import io.tenantry.app.connect.LinkHealth;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.info.EngineStatus;
import java.time.Duration;
import java.util.List;

/** Puts into words how the open engine is, and lists what runs on it. UI thread. */
final class EngineWatch {
  private static final int NEWEST = 20;
  private static final long MEMORY_STEP = 5_000_000;

  private final OpenConnection open;
  private Status last = Status.NONE;

  EngineWatch(OpenConnection open) {
    this.open = open;
  }

  /** Lists the newest deployments as jobs; runs on a worker. */
  List<Job> jobs() {
    return open.project().deployments().list().stream()
        .limit(NEWEST)
        .map(EngineWatch::job)
        .toList();
  }

  /** Says how it is; while it does not answer, with the figures of its last answer. */
  Status describe(LinkHealth health) {
    last =
        switch (health) {
          case LinkHealth.Unknown _ -> Status.NONE;
          case LinkHealth.Up(EngineStatus status, Duration took) -> online(status, took);
          case LinkHealth.Down _ -> last.offline();
        };
    return last;
  }

  private Status online(EngineStatus now, Duration took) {
    return new Status(
        true,
        open.connection().isLocal() ? "" : Figures.duration(took),
        Text.of("shell.version", open.info().service(), now.version()),
        Text.of("shell.tenants", now.tenants()),
        Text.of("shell.connections", now.openConnections()),
        memory(now));
  }

  /** What the process takes; only an engine that does not say it is told by its heap. */
  private String memory(EngineStatus now) {
    long bytes = now.residentMemoryBytes().orElse(now.usedMemoryBytes());
    String figure = Figures.size(Math.round((double) bytes / MEMORY_STEP) * MEMORY_STEP);
    return Text.of(
        open.connection().isLocal() ? "shell.memory.here" : "shell.memory.server", figure);
  }

  private static Job job(Deployment deployment) {
    return new Job(
        deployment.jobId().toString(),
        Text.of("shell.job.deploy", deployment.blueprintId(), deployment.version()),
        deployment.progressDisplay(),
        deployment.progress(),
        deployment.failedTenants(),
        deployment.status().ended());
  }
}
