package io.tenantry.app.screens.query;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The query screen: tabs, where each runs, and running them. */
public final class QueryViewModel {
  private static final int SUGGESTED_TENANTS = 50;

  private final QueryRunning running;
  private final Workspaces workspaces;
  private final Blueprints blueprints;
  private final Tenants tenants;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final OpenTabs memory;
  private final ObservableList<QueryTab> tabs = FXCollections.observableArrayList();
  private final ObservableList<WorkspaceName> blueprintChoices =
      FXCollections.observableArrayList();
  private final ObservableList<WorkspaceName> workspaceChoices =
      FXCollections.observableArrayList();
  private final Map<QueryTab, TaskRunner.Handle> calls = new HashMap<>();
  private int made;

  public QueryViewModel(
      QueryRunning running,
      Workspaces workspaces,
      Blueprints blueprints,
      Tenants tenants,
      TaskRunner tasks,
      ErrorPresenter errors,
      OpenTabs memory) {
    this.running = running;
    this.workspaces = workspaces;
    this.blueprints = blueprints;
    this.tenants = tenants;
    this.tasks = tasks;
    this.errors = errors;
    this.memory = memory;
  }

  ObservableList<QueryTab> tabs() {
    return tabs;
  }

  ObservableList<WorkspaceName> blueprintChoices() {
    return blueprintChoices;
  }

  ObservableList<WorkspaceName> workspaceChoices() {
    return workspaceChoices;
  }

  /** Loads what can be queried. */
  void load() {
    tasks
        .call("query.blueprints", blueprints::list)
        .onSuccess(
            found -> blueprintChoices.setAll(found.stream().map(BlueprintSummary::name).toList()))
        .latest(this)
        .start();
    tasks
        .call("query.workspaces", workspaces::list)
        .onSuccess(
            found -> workspaceChoices.setAll(found.stream().map(WorkspaceSummary::name).toList()))
        .latest(this)
        .start();
  }

  /** Opens a tab with a text. */
  QueryTab open(Optional<QueryTarget> target, String sql) {
    String id;
    do {
      made++;
      id = "query-" + made;
    } while (isOpen(id));
    return add(new OpenTabs.Kept(id, target, sql));
  }

  /** Opens the tabs that were open when the console was left; empty when there were none. */
  List<QueryTab> restore() {
    List<QueryTab> restored = new ArrayList<>();
    memory.restore().forEach(kept -> restored.add(add(kept)));
    return restored;
  }

  private QueryTab add(OpenTabs.Kept kept) {
    QueryTab tab = new QueryTab(kept.id());
    tab.targetProperty().set(kept.target());
    tab.sqlProperty().set(kept.sql());
    tabs.add(tab);
    tab.sqlProperty().subscribe((_, _) -> memory.keepText(tab));
    tab.targetProperty().subscribe((_, _) -> memory.keep(tabs));
    memory.keep(tabs);
    return tab;
  }

  private boolean isOpen(String id) {
    return tabs.stream().anyMatch(tab -> tab.id().equals(id));
  }

  /** Closes a tab; an answer that is still to come is dropped. */
  void close(QueryTab tab) {
    cancel(tab);
    tabs.remove(tab);
    memory.forget(tab);
    memory.keep(tabs);
  }

  /** Finds tenants of a blueprint whose id contains a text, for the target's field. */
  void suggestTenants(WorkspaceName blueprint, String text, Consumer<List<Tenant>> then) {
    TenantFilter filter =
        new TenantFilter(
            false,
            Optional.of(text).filter(word -> !word.isBlank()),
            Optional.empty(),
            Optional.of(blueprint),
            Optional.empty(),
            Optional.empty(),
            TenantFilter.Sort.ID);
    tasks
        .call("query.tenants", () -> tenants.list(filter, PageRequest.first(SUGGESTED_TENANTS)))
        .onSuccess(page -> then.accept(page.items()))
        .latest(this)
        .start();
  }

  /** Reads the names that completion offers for a target. */
  void schemaOf(QueryTarget target, Consumer<WorkspaceSchema> then) {
    WorkspaceName name =
        switch (target) {
          case QueryTarget.OneTenant(_, WorkspaceName blueprint) -> blueprint;
          case QueryTarget.SomeTenants(_, WorkspaceName blueprint) -> blueprint;
          case QueryTarget.AllTenants(WorkspaceName blueprint) -> blueprint;
          case QueryTarget.InWorkspace(WorkspaceName workspace) -> workspace;
        };
    tasks
        .call("query.schema", () -> workspaces.schema(name))
        .onSuccess(then)
        .onFailure(_ -> then.accept(new WorkspaceSchema(List.of(), List.of())))
        .latest(this)
        .start();
  }

  /** Runs a text in a tab, unless it is running or has no target. */
  void run(QueryTab tab, String sql) {
    Optional<QueryTarget> target = tab.targetProperty().get();
    if (target.isEmpty() || sql.isBlank() || tab.runningProperty().get()) {
      return;
    }
    tab.runningProperty().set(true);
    TaskRunner.Handle call =
        tasks
            .call("query.run", () -> running.run(target.get(), sql))
            .onSuccess(tab.outcomeProperty()::set)
            .onFailure(error -> tab.outcomeProperty().set(failed(error)))
            .onDone(() -> tab.runningProperty().set(false))
            .start();
    calls.put(tab, call);
  }

  private QueryOutcome failed(EngineException error) {
    int line = error.detail("line").map(Integer::parseInt).orElse(0);
    return new QueryOutcome.Failed(errors.describe(error), line);
  }

  /** Drops the answer of what a tab is running; the engine ends it at its time limit. */
  void cancel(QueryTab tab) {
    TaskRunner.Handle call = calls.remove(tab);
    if (call != null) {
      call.close();
    }
    tab.runningProperty().set(false);
  }
}
