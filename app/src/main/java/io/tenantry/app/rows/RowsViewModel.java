package io.tenantry.app.rows;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows of a database's tables and views, page by page, to look at. UI thread. */
public final class RowsViewModel {
  static final int PAGE = 200;
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
  private String database = "";
  private RowSource rowSource = RowsViewModel::nothing;
  private Set<String> views = Set.of();
  private long first;
  private long total;

  private record Page(QueryResult result, long total) {}

  /** Creates it with what it uses. */
  public RowsViewModel(TaskRunner tasks, ErrorPresenter errors) {
    this.tasks = tasks;
    this.errors = errors;
  }

  /**
   * Turns to a database in its present state; nothing is read before {@link #refresh}.
   *
   * @param name tells databases apart
   * @param from reads its rows
   */
  public void show(String name, List<String> tables, List<String> viewNames, RowSource from) {
    List<String> names = new ArrayList<>(tables);
    names.addAll(viewNames);
    boolean isOther = !name.equals(database);
    database = name;
    rowSource = from;
    views = Set.copyOf(viewNames);
    if (!names.equals(sources)) {
      sources.setAll(names);
    }
    if (isOther || !names.contains(source.get())) {
      turnTo(names.isEmpty() ? "" : names.getFirst());
    }
  }

  /** The tables and views there are. */
  public ObservableList<String> sources() {
    return sources;
  }

  /** The table or view that is looked at. */
  public ReadOnlyStringProperty source() {
    return source.getReadOnlyProperty();
  }

  /** Skeleton, nothing to look at, failed, or rows. */
  public ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** The rows of the page. */
  public ReadOnlyObjectProperty<GridData> rows() {
    return rows.getReadOnlyProperty();
  }

  /** Which rows of how many are shown. */
  public ReadOnlyStringProperty position() {
    return position.getReadOnlyProperty();
  }

  /** Whether there is a page behind this one. */
  public ReadOnlyBooleanProperty hasMore() {
    return hasMore.getReadOnlyProperty();
  }

  /** Whether there is a page before this one. */
  public ReadOnlyBooleanProperty hasLess() {
    return hasLess.getReadOnlyProperty();
  }

  /** Says whether a source is a view. */
  public boolean isView(String name) {
    return views.contains(name);
  }

  /** Looks at another table or view. */
  public void look(String table) {
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

  /** Turns the page. */
  public void next() {
    if (first + PAGE < total) {
      first += PAGE;
      refresh();
    }
  }

  /** Turns back. */
  public void previous() {
    first = Math.max(0, first - PAGE);
    refresh();
  }

  /** Reads the page again; what is shown stays until it is there. */
  public void refresh() {
    if (source.get().isEmpty()) {
      state.set(ScreenState.EMPTY);
      return;
    }
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    RowSource from = rowSource;
    String table = source.get();
    long position = first;
    tasks
        .call("rows.read", () -> page(from, table, position))
        .onSuccess(page -> show(page, position))
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  private static Page page(RowSource source, String table, long from) {
    String quoted = SqlNames.quoteIfNeeded(table);
    QueryResult result =
        source.read("SELECT * FROM " + quoted + " LIMIT " + PAGE + " OFFSET " + from);
    Value all = source.read("SELECT count(*) FROM " + quoted).rows().getFirst().getFirst();
    return new Page(result, all instanceof Value.Integer(long number) ? number : 0);
  }

  private static QueryResult nothing(String sql) {
    throw new IllegalStateException("no database to read " + sql);
  }

  private void show(Page page, long from) {
    int shown = page.result().rows().size();
    total = page.total();
    rows.set(ResultData.of(page.result()));
    hasLess.set(from > 0);
    hasMore.set(from + shown < total);
    position.set(
        shown == 0
            ? Text.of("rows.none")
            : Text.of(
                "rows.position",
                Figures.count(from + 1),
                Figures.count(from + shown),
                Figures.count(total)));
    state.set(ScreenState.LOADED);
  }

  private void failed(EngineException error) {
    state.set(ScreenState.failed(errors.describe(error)));
  }

  /** Drops what is still to come. */
  public void leave() {
    tasks.forget(this);
  }
}
