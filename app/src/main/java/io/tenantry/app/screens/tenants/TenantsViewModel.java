package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The list of tenants: query, pages by key, total, and actions on selection or on all matches. */
public final class TenantsViewModel {
  private static final int PAGE = 250;
  private static final int FOLLOWED = 20;
  private static final Duration WORK_PAUSE = Duration.ofSeconds(1);
  private static final Duration TYPING_PAUSE = Duration.ofMillis(180);

  private final Tenants tenants;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;

  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<TenantFilter.Sort> sort =
      new SimpleObjectProperty<>(TenantFilter.Sort.CREATED);
  private final ReadOnlyStringWrapper queryProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ObservableList<TenantRow> rows = FXCollections.observableArrayList();

  private TenantFilter filter = TenantFilter.none();
  private Optional<String> next = Optional.empty();
  private boolean loadingMore;
  private TaskRunner.Handle typing = () -> {};
  private TaskRunner.Handle follow = () -> {};

  public TenantsViewModel(Tenants tenants, TaskRunner tasks, ErrorPresenter errors) {
    this.tenants = tenants;
    this.tasks = tasks;
    this.errors = errors;
    query.subscribe((_, _) -> typed());
    sort.subscribe((_, _) -> load());
  }

  StringProperty queryProperty() {
    return query;
  }

  ObjectProperty<TenantFilter.Sort> sortProperty() {
    return sort;
  }

  ReadOnlyStringProperty queryProblem() {
    return queryProblem.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyLongProperty total() {
    return total.getReadOnlyProperty();
  }

  /** Whether an action is under way. */
  ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }

  ObservableList<TenantRow> rows() {
    return rows;
  }

  /** Whether the query restricts the list, so that an empty list means "nothing matches". */
  boolean isFiltered() {
    return !query.get().isBlank();
  }

  private void typed() {
    typing.close();
    typing = tasks.after(TYPING_PAUSE, this::load);
  }

  /** Loads the first page of what the query asks for. */
  void load() {
    try {
      filter = TenantSearch.parse(query.get(), sort.get());
      queryProblem.set("");
    } catch (EngineException e) {
      queryProblem.set(e.message());
      if (state.get() != ScreenState.LOADING) {
        return;
      }
    }
    TenantFilter wanted = filter;
    tasks
        .call("tenants.list", () -> tenants.list(wanted, PageRequest.first(PAGE)))
        .onSuccess(this::showFirst)
        .onFailure(error -> state.set(ScreenState.failed(errors.describe(error))))
        .latest(this)
        .start();
  }

  private void showFirst(Page<Tenant> page) {
    loadingMore = false;
    counted(page);
    rows.setAll(page.items().stream().map(TenantRow::of).toList());
    followWork();
    boolean nothingYet = page.total() == 0 && !isFiltered();
    state.set(nothingYet ? ScreenState.EMPTY : ScreenState.LOADED);
  }

  /** Loads the page behind the last row, unless there is none or it is on its way. */
  void loadMore() {
    if (loadingMore || next.isEmpty()) {
      return;
    }
    loadingMore = true;
    TenantFilter wanted = filter;
    String cursor = next.get();
    tasks
        .call("tenants.list", () -> tenants.list(wanted, PageRequest.after(cursor, PAGE)))
        .onSuccess(
            page -> {
              counted(page);
              rows.addAll(page.items().stream().map(TenantRow::of).toList());
              followWork();
            })
        .onDone(() -> loadingMore = false)
        .latest(this)
        .start();
  }

  /** Asks again for the tenants the engine is at work on, until it is done with them. */
  private void followWork() {
    follow.close();
    List<TenantId> atWork =
        rows.stream().filter(TenantRow::isAtWork).map(TenantRow::id).limit(FOLLOWED).toList();
    if (!atWork.isEmpty()) {
      follow = tasks.after(WORK_PAUSE, () -> ask(atWork));
    }
  }

  private void ask(List<TenantId> ids) {
    tasks
        .call("tenants.atWork", () -> ids.stream().flatMap(id -> find(id).stream()).toList())
        .onSuccess(found -> replace(ids, found))
        .onFailure(_ -> {}) // asked again soon; the list itself says when the engine is away
        .onDone(this::followWork)
        .latest(this)
        .start();
  }

  private Optional<TenantRow> find(TenantId id) {
    try {
      return Optional.of(TenantRow.of(tenants.get(id)));
    } catch (EngineException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What could not be made does not exist any more. */
  private void replace(List<TenantId> asked, List<TenantRow> found) {
    found.forEach(this::replace);
    List<TenantId> there = found.stream().map(TenantRow::id).toList();
    rows.removeIf(row -> asked.contains(row.id()) && !there.contains(row.id()));
  }

  private void replace(TenantRow now) {
    for (int index = 0; index < rows.size(); index++) {
      if (rows.get(index).id().equals(now.id()) && !rows.get(index).equals(now)) {
        rows.set(index, now);
      }
    }
  }

  private void counted(Page<Tenant> page) {
    total.set(page.total());
    next = page.nextCursor();
  }

  /** Runs an action on rows; those in another status are passed over. */
  void act(TenantAction action, List<TenantRow> chosen, Consumer<BulkOutcome> then) {
    List<TenantRow> targets = List.copyOf(chosen);
    run(action, bulk -> bulk.onRows(targets), then);
  }

  /** Runs an action on everything the query matches, loaded or not. */
  void actOnAllMatching(TenantAction action, Consumer<BulkOutcome> then) {
    TenantFilter wanted = filter;
    run(action, bulk -> bulk.onAllMatching(wanted), then);
  }

  private void run(
      TenantAction action,
      java.util.function.Function<BulkAction, BulkOutcome> work,
      Consumer<BulkOutcome> then) {
    working.set(true);
    tasks
        .call("tenants." + action, () -> work.apply(new BulkAction(tenants, action)))
        .onSuccess(
            outcome -> {
              then.accept(outcome);
              load();
            })
        .onDone(() -> working.set(false))
        .start();
  }

  /** Drops what is still to come, when the screen is left. */
  void leave() {
    typing.close();
    follow.close();
    tasks.forget(this);
    loadingMore = false;
  }
}
