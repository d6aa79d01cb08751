package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows of a workspace's tables and views, page by page, to look at. UI thread. */
final class DataViewModel {
  static final int PAGE = 200;
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ObservableList<String> sources = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.EMPTY);
  private final ReadOnlyObjectWrapper<GridData> rows =
      new ReadOnlyObjectWrapper<>(GridData.of(List.of(), List.of()));
  private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasLess = new ReadOnlyBooleanWrapper();
  private String workspace = "";
  private Set<String> views = Set.of();
  private long first;
  private long total;

  private record Page(QueryResult result, long total) {}

  DataViewModel(Workspaces workspaces, TaskRunner tasks, ErrorPresenter errors) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.errors = errors;
  }

  /** Turns to a workspace in its present state; nothing is read before {@link #refresh}. */
  void show(String name, WorkspaceSchema schema) {
    List<String> names = new ArrayList<>();
    schema.tables().forEach(table -> names.add(table.name()));
    schema.views().forEach(view -> names.add(view.name()));
    boolean other = !name.equals(workspace);
    workspace = name;
    views = schema.views().stream().map(WorkspaceSchema.View::name).collect(Collectors.toSet());
    if (!names.equals(sources)) {
      sources.setAll(names);
    }
    if (other || !names.contains(source.get())) {
      turnTo(names.isEmpty() ? "" : names.getFirst());
    }
  }

  ObservableList<String> sources() {
    return sources;
  }

  /** The table or view that is looked at. */
  ReadOnlyStringProperty source() {
    return source.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<GridData> rows() {
    return rows.getReadOnlyProperty();
  }

  /** Which rows of how many are shown. */
  ReadOnlyStringProperty position() {
    return position.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty hasMore() {
    return hasMore.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty hasLess() {
    return hasLess.getReadOnlyProperty();
  }

  /** Says whether a source is a view. */
  boolean isView(String name) {
    return views.contains(name);
  }

  void look(String table) {
    if (!table.equals(source.get())) {
      turnTo(table);
      refresh();
    }
  }

  /** Shows nothing of what was looked at before. */
  private void turnTo(String table) {
    first = 0;
    total = 0;
    position.set("");
    hasLess.set(false);
    hasMore.set(false);
    source.set(table);
    state.set(table.isEmpty() ? ScreenState.EMPTY : ScreenState.LOADING);
  }

  void next() {
    if (first + PAGE < total) {
      first += PAGE;
      refresh();
    }
  }

  void previous() {
    first = Math.max(0, first - PAGE);
    refresh();
  }

  /** Reads the page again; what is shown stays until it is there. */
  void refresh() {
    if (source.get().isEmpty()) {
      state.set(ScreenState.EMPTY);
      return;
    }
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    WorkspaceName name = new WorkspaceName(workspace);
    String table = source.get();
    long from = first;
    tasks
        .call("workspace.data", () -> page(name, table, from))
        .onSuccess(page -> show(page, from))
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  private Page page(WorkspaceName name, String table, long from) {
    String quoted = SqlNames.quoteIfNeeded(table);
    String read = "SELECT * FROM " + quoted + " LIMIT " + PAGE + " OFFSET " + from;
    QueryResult result = workspaces.query(name, new WorkspaceQuery(read)).result();
    WorkspaceQuery count = new WorkspaceQuery("SELECT count(*) FROM " + quoted);
    Value all = workspaces.query(name, count).result().rows().getFirst().getFirst();
    return new Page(result, all instanceof Value.Integer(long number) ? number : 0);
  }

  private void show(Page page, long from) {
    int shown = page.result().rows().size();
    total = page.total();
    rows.set(ResultData.of(page.result()));
    hasLess.set(from > 0);
    hasMore.set(from + shown < total);
    position.set(
        shown == 0
            ? Text.of("workspace.data.none")
            : Text.of(
                "workspace.data.position",
                Figures.count(from + 1),
                Figures.count(from + shown),
                Figures.count(total)));
    state.set(ScreenState.LOADED);
  }

  private void failed(EngineException error) {
    state.set(ScreenState.failed(errors.describe(error)));
  }
}
