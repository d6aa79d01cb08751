package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.rows.RowsViewModel;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The tables of a tenant's database, as they are in it now, and their rows. UI thread. */
public final class TenantDataViewModel {
  private static final String SOURCES =
      """
      SELECT name, type
      FROM sqlite_schema
      WHERE type IN ('table', 'view') AND lower(substr(name, 1, 7)) <> 'sqlite_'
      ORDER BY type, name
      """;

  private final Tenants tenants;
  private final Queries queries;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final RowsViewModel rows;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ObservableList<WorkspaceName> choices = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<WorkspaceName>> database =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<TenantId> tenant = Optional.empty();

  private record Found(
      List<WorkspaceName> databases,
      WorkspaceName looked,
      List<String> tables,
      List<String> views) {}

  /** Creates it with what it uses. */
  public TenantDataViewModel(
      Tenants tenants, Queries queries, TaskRunner tasks, ErrorPresenter errors) {
    this.tenants = tenants;
    this.queries = queries;
    this.tasks = tasks;
    this.errors = errors;
    rows = new RowsViewModel(tasks, errors);
    database.subscribe(
        (before, _) -> {
          if (before.isPresent()) {
            load();
          }
        });
  }

  /** Whether it is known which tables there are. */
  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** The rows of the one that is looked at. */
  RowsViewModel rows() {
    return rows;
  }

  /** The databases of the tenant, by blueprint. */
  ObservableList<WorkspaceName> choices() {
    return choices;
  }

  /** Which of them is looked at. */
  ObjectProperty<Optional<WorkspaceName>> database() {
    return database;
  }

  /** Returns the database as a query's target. */
  Optional<String> place() {
    return tenant.flatMap(id -> database.get().map(name -> id + "/" + name));
  }

  /** Shows the databases of a tenant. */
  void show(TenantId id) {
    tenant = Optional.of(id);
    load();
  }

  /** Reads again which tables there are, and the rows. */
  void load() {
    if (state.get() instanceof ScreenState.Failed) {
      state.set(ScreenState.LOADING);
    }
    Optional<WorkspaceName> wanted = database.get();
    tenant.ifPresent(
        id ->
            tasks
                .call("tenant.tables", () -> find(id, wanted))
                .onSuccess(found -> show(id, found))
                .onFailure(this::failed)
                .latest(this)
                .start());
  }

  private Found find(TenantId id, Optional<WorkspaceName> wanted) {
    List<WorkspaceName> databases =
        tenants.get(id).databases().stream().map(TenantDatabase::blueprint).toList();
    WorkspaceName looked = wanted.filter(databases::contains).orElseGet(databases::getFirst);
    QueryResult found = queries.tenant(new TenantQuery(id, looked, SOURCES).ofConsole());
    return new Found(databases, looked, ofType(found, "table"), ofType(found, "view"));
  }

  private static List<String> ofType(QueryResult found, String type) {
    return found.rows().stream()
        .filter(row -> row.get(1).equals(Value.of(type)))
        .flatMap(
            row ->
                row.getFirst() instanceof Value.Text(String name)
                    ? Stream.of(name)
                    : Stream.empty())
        .toList();
  }

  private void show(TenantId id, Found found) {
    if (!choices.equals(found.databases())) {
      choices.setAll(found.databases());
    }
    WorkspaceName looked = found.looked();
    rows.show(
        id + "/" + looked,
        found.tables(),
        found.views(),
        sql -> queries.tenant(new TenantQuery(id, looked, sql).ofConsole()));
    state.set(ScreenState.LOADED);
    if (database.get().isEmpty()) {
      database.set(Optional.of(looked));
    }
    rows.refresh();
  }

  private void failed(EngineException error) {
    state.set(ScreenState.failed(errors.describe(error)));
  }

  /** Drops what is still to come, when the screen is left. */
  void leave() {
    rows.leave();
    tasks.forget(this);
  }
}
