package io.tenantry.app.shell;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.info.EngineStatus;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks the open engine every few seconds how it is. UI thread. */
final class EngineWatch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(4);
  private static final int NEWEST = 20;
  private static final long MEMORY_STEP = 5_000_000;

  private final OpenConnection open;
  private final TaskRunner tasks;
  private final TaskRunner.Handle clock;
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.NONE);

  private record Answer(EngineStatus status, Duration took) {}

  EngineWatch(OpenConnection open, TaskRunner tasks) {
    this.open = open;
    this.tasks = tasks;
    this.clock = tasks.every(PERIOD, this::ask);
    ask();
  }

  ReadOnlyObjectProperty<Status> status() {
    return status.getReadOnlyProperty();
  }

  /** Lists the newest deployments as jobs; runs on a worker. */
  List<Job> jobs() {
    return open.project().deployments().list().stream()
        .limit(NEWEST)
        .map(EngineWatch::job)
        .toList();
  }

  @Override
  public void close() {
    clock.close();
    tasks.forget(this);
  }

  /** Asks now. */
  void ask() {
    tasks
        .call("engine.status", this::answer)
        .onSuccess(answer -> status.set(describe(answer)))
        .onFailure(_ -> status.set(offline()))
        .latest(this)
        .start();
  }

  private Answer answer() {
    long start = System.nanoTime();
    EngineStatus found = open.project().status();
    return new Answer(found, Duration.ofNanos(System.nanoTime() - start));
  }

  private Status describe(Answer answer) {
    EngineStatus now = answer.status();
    String latency = open.connection().isLocal() ? "" : Figures.duration(answer.took());
    return new Status(
        true,
        latency,
        Text.of("shell.version", open.info().service(), now.version()),
        Text.of("shell.tenants", now.tenants()),
        Text.of("shell.connections", now.openConnections()),
        Figures.size(Math.round((double) now.usedMemoryBytes() / MEMORY_STEP) * MEMORY_STEP));
  }

  private Status offline() {
    Status last = status.get();
    return new Status(false, "", last.version(), last.tenants(), last.connections(), last.memory());
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
