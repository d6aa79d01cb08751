package io.tenantry.app.screens.query;

import io.tenantry.app.controls.sql.SqlPart;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.recorded.RecordedViewModel;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Project;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Queries;
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
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The query screen: tabs, where each runs, and running them. */
public final class QueryViewModel {
  private static final int SUGGESTED_TENANTS = 50;

  private final Queries queries;
  private final Workspaces workspaces;
  private final Tenants tenants;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final OpenTabs memory;
  private final Navigator navigator;
  private final RunningWork work;
  private final ObservableList<QueryTab> tabs = FXCollections.observableArrayList();
  private final ObservableList<WorkspaceName> blueprintChoices =
      FXCollections.observableArrayList();
  private final ObservableList<WorkspaceName> workspaceChoices =
      FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper nothingToQuery = new ReadOnlyBooleanWrapper();
  private final Map<QueryTab, TabRun> runs = new HashMap<>();
  private Optional<QueryTab> front = Optional.empty();
  private Consumer<QueryTab> onWanted = this::inFront;
  private int made;

  public QueryViewModel(
      Project project,
      TaskRunner tasks,
      ErrorPresenter errors,
      OpenTabs memory,
      Navigator navigator,
      RunningWork work) {
    this.queries = project.queries();
    this.workspaces = project.workspaces();
    this.tenants = project.tenants();
    this.tasks = tasks;
    this.errors = errors;
    this.memory = memory;
    this.navigator = navigator;
    this.work = work;
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

  /** Whether there is neither a blueprint nor a workspace. False until that is known. */
  ReadOnlyBooleanProperty nothingToQuery() {
    return nothingToQuery.getReadOnlyProperty();
  }

  /** Loads what can be queried. */
  void load() {
    tasks.call("query.places", workspaces::list).onSuccess(this::loaded).latest(this).start();
  }

  private void loaded(List<WorkspaceSummary> found) {
    blueprintChoices.setAll(WorkspaceSummary.blueprints(found));
    workspaceChoices.setAll(found.stream().map(WorkspaceSummary::name).toList());
    nothingToQuery.set(workspaceChoices.isEmpty());
  }

  /** Opens a tab with a text. */
  QueryTab open(Optional<QueryTarget> target, String sql) {
    String id;
    do {
      made++;
      id = "query-" + made;
    } while (isTaken(id));
    QueryTab tab = add(new OpenTabs.Kept(id, target, sql, Optional.empty()), tabs.size());
    memory.keepText(tab);
    return tab;
  }

  /** Opens the tabs that were open when the console was left; empty when there were none. */
  List<QueryTab> restore() {
    List<QueryTab> restored = new ArrayList<>();
    String front = memory.front();
    memory.restore().forEach(kept -> restored.add(add(kept, tabs.size())));
    restored.stream().filter(tab -> tab.id().equals(front)).findFirst().ifPresent(this::inFront);
    return restored;
  }

  /** Remembers which tab is looked at. */
  void inFront(QueryTab tab) {
    front = Optional.of(tab);
    memory.keepFront(tab);
    tab.recorded().refresh();
  }

  /** Returns the tab that is looked at. */
  Optional<QueryTab> front() {
    return front.filter(tabs::contains);
  }

  private QueryTab add(OpenTabs.Kept kept, int place) {
    QueryTab tab = new QueryTab(kept.id(), new RecordedViewModel(workspaces, tasks, errors, navigator));
    tab.targetProperty().set(kept.target());
    tab.sqlProperty().set(kept.sql());
    tab.ranBefore(kept.ran());
    tabs.add(Math.clamp(place, 0, tabs.size()), tab);
    tab.sqlProperty().subscribe((_, _) -> memory.keepText(tab));
    tab.targetProperty().subscribe((_, _) -> memory.keep(tabs));
    memory.keep(tabs);
    return tab;
  }

  /** A tab that was closed keeps its name, because it can come back. */
  private boolean isTaken(String id) {
    return tabs.stream().anyMatch(tab -> tab.id().equals(id))
        || memory.closed().stream().anyMatch(kept -> kept.id().equals(id));
  }

  /** Returns the tabs in which something runs now. */
  List<QueryTab> running() {
    return tabs.stream().filter(QueryTab::isRunning).toList();
  }

  /** Returns the tabs that may be changing rows now. */
  List<QueryTab> writing() {
    return tabs.stream()
        .filter(tab -> Optional.ofNullable(runs.get(tab)).filter(TabRun::isWriting).isPresent())
        .toList();
  }

  /** Closes a tab; what runs in it is stopped. What was typed can be brought back. */
  void close(QueryTab tab) {
    int place = tabs.indexOf(tab);
    if (place < 0) {
      return;
    }
    TabRun run = runs.remove(tab);
    if (run != null) {
      run.drop();
    }
    tabs.remove(tab);
    if (tab.sqlProperty().get().isBlank()) {
      memory.forget(tab);
    } else {
      memory.keepClosed(tab).forEach(this::cannotComeBack);
      errors
          .notices()
          .success(
              Text.of("query.closed", tab.title()),
              "",
              Notice.Action.with(
                  Set.of(thing(tab.id())), Text.of("query.reopen"), () -> reopen(tab.id(), place)));
    }
    memory.keep(tabs);
  }

  /** Opens the tab again that was closed last. */
  void reopenLast() {
    memory.closed().stream().findFirst().ifPresent(kept -> reopen(kept.id(), tabs.size()));
  }

  private void reopen(String id, int place) {
    cannotComeBack(id);
    memory.reopen(id).ifPresent(kept -> inFront(add(kept, place)));
  }

  private void cannotComeBack(String id) {
    errors.notices().gone(Set.of(thing(id)));
  }

  /** What a notice calls a tab. */
  private static String thing(String id) {
    return "tab " + id;
  }

  /** Stops what runs, because the connection is left. */
  void leave() {
    runs.values().forEach(TabRun::drop);
    runs.clear();
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

  /**
   * Reads how many tenants a blueprint has, and the first of them, to ask before they are changed.
   */
  void tenantsOf(WorkspaceName blueprint, Consumer<Page<Tenant>> then) {
    tasks
        .call(
            "query.reach",
            () -> tenants.list(TenantFilter.of(blueprint), PageRequest.first(RunQuestion.NAMED)))
        .onSuccess(then)
        .start();
  }

  /** Reads the names that completion offers in a tab; none without a target. */
  void schemaOf(QueryTab tab, Consumer<WorkspaceSchema> then) {
    tab.targetProperty()
        .get()
        .map(QueryTarget::schema)
        .ifPresent(
            name ->
                tasks
                    .call("query.schema", () -> workspaces.schema(name))
                    .onSuccess(then)
                    .onFailure(_ -> then.accept(new WorkspaceSchema(List.of(), List.of())))
                    .latest(tab)
                    .start());
  }

  /** Runs a part of a tab's text, unless it is running or has no target. */
  void run(QueryTab tab, SqlPart part) {
    Optional<QueryTarget> target = tab.targetProperty().get();
    if (target.isEmpty() || part.sql().isBlank() || tab.isRunning()) {
      return;
    }
    RunningQuery query = new RunningQuery(queries, workspaces, target.get(), part.sql());
    TabRun run =
        new TabRun(
            tab,
            query,
            part,
            tasks,
            errors,
            new TabWork(work, new TabHome(tab)),
            last -> memory.keepRun(tab, last));
    runs.put(tab, run);
    run.start();
  }

  /** Stops what a tab runs; what came stays. */
  void stop(QueryTab tab) {
    TabRun run = runs.get(tab);
    if (run != null) {
      run.stop();
    }
  }

  /** Says what shows a tab when the user comes back to what runs in it. */
  void whenWanted(Consumer<QueryTab> action) {
    onWanted = action;
  }

  private final class TabHome implements RunningWork.Home {
    private final QueryTab tab;

    TabHome(QueryTab tab) {
      this.tab = tab;
    }

    @Override
    public void open() {
      if (navigator.current().get().route() != ScreenRoute.QUERY) {
        navigator.go(ScreenRoute.QUERY);
      }
      onWanted.accept(tab);
    }

    @Override
    public Optional<Runnable> stop() {
      return Optional.of(() -> QueryViewModel.this.stop(tab));
    }

    @Override
    public boolean isLookedAt() {
      return navigator.current().get().route() == ScreenRoute.QUERY
          && front().filter(tab::equals).isPresent();
    }
  }
}
