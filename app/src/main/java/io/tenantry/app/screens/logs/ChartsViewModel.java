package io.tenantry.app.screens.logs;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Queries over time, and the deployments meanwhile. UI thread. */
public final class ChartsViewModel {
  private static final int PAGE = 200;

  private final ProjectLogs logs;
  private final Deployments deployments;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ObjectProperty<LogWindow> window = new SimpleObjectProperty<>(LogWindow.DAY);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Loading());
  private TaskRunner.Handle next = () -> {};
  private boolean shown;

  /** Creates it with what it uses. */
  public ChartsViewModel(
      ProjectLogs logs, Deployments deployments, TaskRunner tasks, ErrorPresenter errors) {
    this.logs = logs;
    this.deployments = deployments;
    this.tasks = tasks;
    this.errors = errors;
    window.subscribe(
        (_, _) -> {
          if (shown) {
            state.set(new Loading());
            load();
          }
        });
  }

  /** What the charts show. */
  public sealed interface State {}

  /** Nothing of this time yet. */
  record Loading() implements State {}

  /** It could not be read. */
  record Failed(Problem problem) implements State {}

  /**
   * Values.
   *
   * @param span the time they cover
   * @param series the values
   * @param deployments those that began in that time, newest first
   */
  record Loaded(LogSpan span, LogSeries series, List<Deployment> deployments) implements State {}

  /** How far to look back. */
  ObjectProperty<LogWindow> window() {
    return window;
  }

  /** What there is to show. */
  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  void enter() {
    shown = true;
    load();
  }

  void leave() {
    shown = false;
    next.close();
    tasks.forget(this);
  }

  /** Reads it, and again when there is a further step. */
  void load() {
    next.close();
    Instant until = Instant.now();
    LogSpan span = new LogSpan(until.minus(window.get().length()), until);
    tasks
        .call("logs.charts", () -> read(span))
        .onSuccess(state::set)
        .onFailure(
            error -> {
              if (!(state.get() instanceof Loaded)) {
                state.set(new Failed(errors.describe(error)));
              }
            })
        .onDone(() -> again(span))
        .latest(this)
        .start();
  }

  private void again(LogSpan span) {
    boolean isHour =
        Duration.between(span.from(), span.until()).compareTo(Duration.ofHours(1)) <= 0;
    next = tasks.after(isHour ? Duration.ofSeconds(30) : Duration.ofMinutes(5), this::load);
  }

  private Loaded read(LogSpan span) {
    return new Loaded(span, logs.series(span), deployedSince(span.from()));
  }

  private List<Deployment> deployedSince(Instant from) {
    List<Deployment> found = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(PAGE));
    while (request.isPresent()) {
      var page = deployments.list(DeploymentFilter.none(), request.get());
      List<Deployment> inTime =
          page.items().stream().filter(each -> !each.createdAt().isBefore(from)).toList();
      found.addAll(inTime);
      request =
          inTime.size() < page.items().size() || page.items().isEmpty()
              ? Optional.empty()
              : nextOf(found.size(), page.total());
    }
    return found;
  }

  private static Optional<PageRequest> nextOf(int read, long total) {
    return read < total ? Optional.of(PageRequest.at(read, PAGE)) : Optional.empty();
  }
}
