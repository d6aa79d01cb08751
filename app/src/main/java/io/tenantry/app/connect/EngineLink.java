package io.tenantry.app.connect;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.EngineStatus;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Asks an open engine every few seconds how it is. While it does not answer, it is asked at growing
 * distances until it does: it comes back by itself. UI thread.
 */
public final class EngineLink implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(4);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);

  private final OpenConnection open;
  private final TaskRunner tasks;
  private final ReadOnlyObjectWrapper<LinkHealth> health =
      new ReadOnlyObjectWrapper<>(new LinkHealth.Unknown());
  private TaskRunner.Handle next = () -> {};
  private Duration retry = FIRST_RETRY;
  private boolean closed;

  private record Answer(EngineStatus status, Duration took) {}

  /** Starts to ask. */
  public EngineLink(OpenConnection open, TaskRunner tasks) {
    this.open = open;
    this.tasks = tasks;
    ask();
  }

  /** Returns how the engine is. */
  public ReadOnlyObjectProperty<LinkHealth> health() {
    return health.getReadOnlyProperty();
  }

  /** Asks now, for example because the user wants to know. */
  public void ask() {
    next.close();
    tasks
        .call("engine.status", this::answer)
        .onSuccess(this::answered)
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  @Override
  public void close() {
    closed = true;
    next.close();
    tasks.forget(this);
  }

  private Answer answer() {
    long start = System.nanoTime();
    EngineStatus found = open.project().status();
    return new Answer(found, Duration.ofNanos(System.nanoTime() - start));
  }

  private void answered(Answer answer) {
    retry = FIRST_RETRY;
    health.set(new LinkHealth.Up(answer.status(), answer.took()));
    askAfter(PERIOD);
  }

  private void failed(EngineException reason) {
    Instant now = Instant.now();
    Instant since = health.get() instanceof LinkHealth.Down(_, Instant first, _) ? first : now;
    health.set(new LinkHealth.Down(reason, since, now.plus(retry)));
    askAfter(retry);
    retry = longer(retry);
  }

  private void askAfter(Duration wait) {
    if (!closed) {
      next = tasks.after(wait, this::ask);
    }
  }

  private static Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : twice;
  }
}
