package io.tenantry.app.screens.logs;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.PatternDetail;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.TenantQuery;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** One pattern of queries: figures, samples, tenants, and its plan on one of them. UI thread. */
public final class PatternViewModel {
  private final ProjectLogs logs;
  private final Queries queries;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ObjectProperty<LogWindow> window = new SimpleObjectProperty<>(LogWindow.DAY);
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Optional<PatternDetail>> detail =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper planProblem = new ReadOnlyStringWrapper("");
  private String pattern = "";

  /** Creates it with what it uses. */
  public PatternViewModel(
      ProjectLogs logs, Queries queries, TaskRunner tasks, ErrorPresenter errors) {
    this.logs = logs;
    this.queries = queries;
    this.tasks = tasks;
    this.errors = errors;
    window.subscribe(
        (_, _) -> {
          if (!pattern.isEmpty()) {
            load();
          }
        });
  }

  /** How far to look back. */
  ObjectProperty<LogWindow> window() {
    return window;
  }

  /** Skeleton, none in this time, failed, or figures. */
  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** What is known of it. */
  ReadOnlyObjectProperty<Optional<PatternDetail>> detail() {
    return detail.getReadOnlyProperty();
  }

  /** How SQLite goes about it, a line per step; empty until that is known. */
  ReadOnlyStringProperty plan() {
    return plan.getReadOnlyProperty();
  }

  /** Why there is no plan; empty while there may be one. */
  ReadOnlyStringProperty planProblem() {
    return planProblem.getReadOnlyProperty();
  }

  void open(String wanted) {
    if (!wanted.equals(pattern)) {
      state.set(ScreenState.LOADING);
      detail.set(Optional.empty());
      plan.set("");
    }
    pattern = wanted;
    load();
  }

  void load() {
    LogSearch search =
        LogSearch.all().ofPattern(pattern).since(Instant.now().minus(window.get().length()));
    tasks
        .call("logs.pattern", () -> logs.pattern(search))
        .onSuccess(this::show)
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  private void failed(EngineException error) {
    if (!(state.get() instanceof ScreenState.Loaded)) {
      state.set(ScreenState.failed(errors.describe(error)));
    } else {
      errors.show(error);
    }
  }

  private void show(PatternDetail found) {
    detail.set(Optional.of(found));
    state.set(found.figures().isPresent() ? ScreenState.LOADED : ScreenState.EMPTY);
    sample(found).ifPresent(this::explain);
  }

  /** The slowest one that worked; of those that never did, the newest. */
  private static Optional<ProjectEntry> sample(PatternDetail found) {
    return found.slowest().stream()
        .filter(row -> row.entry().success())
        .findFirst()
        .or(() -> found.failures().stream().findFirst());
  }

  /** Returns the query to begin with in the query screen. */
  Optional<ProjectEntry> sample() {
    return detail.get().flatMap(PatternViewModel::sample);
  }

  private void explain(ProjectEntry row) {
    planProblem.set("");
    tasks
        .call(
            "logs.plan",
            () ->
                QueryPlan.of(
                    queries.tenant(
                        new TenantQuery(
                                row.tenantId(),
                                row.entry().blueprint(),
                                QueryPlan.EXPLAIN + row.entry().query())
                            .ofConsole())))
        .onSuccess(plan::set)
        .onFailure(error -> planProblem.set(errors.describe(error).text()))
        .latest(this)
        .start();
  }

  void leave() {
    tasks.forget(this);
  }
}
