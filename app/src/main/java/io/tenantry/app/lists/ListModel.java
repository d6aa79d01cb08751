package io.tenantry.app.lists;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Order;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
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
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What a list screen shows: rows under a filter in an order, how many there are, and which are
 * selected. UI thread.
 */
public abstract sealed class ListModel<R> permits LoadedList, PagedList {
  private static final Duration CALM = Duration.ofSeconds(5);

  /** The way off the UI thread. */
  final TaskRunner tasks;

  /** Where failures are put into words. */
  final ErrorPresenter errors;

  private final Function<R, String> key;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Order>> order =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper opened = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper askings = new ReadOnlyLongWrapper();
  private final ObjectProperty<Optional<ListWork>> work =
      new SimpleObjectProperty<>(Optional.empty());
  private final Marks<R> marks;
  private Function<List<R>, Duration> pause = _ -> CALM;
  private TaskRunner.Handle following = () -> {};

  ListModel(Function<R, String> key, TaskRunner tasks, ErrorPresenter errors) {
    this.key = key;
    this.tasks = tasks;
    this.errors = errors;
    this.marks = new Marks<>(key);
    filter.subscribe((_, _) -> refilter());
    order.subscribe((_, _) -> apply());
  }

  private void refilter() {
    marks.clear();
    apply();
  }

  /** What the user typed to restrict the list. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** By which column the user sorts; empty for the list's own order. */
  public ObjectProperty<Optional<Order>> orderProperty() {
    return order;
  }

  /** Why the filter is not understood; empty while it is. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Skeleton, nothing yet, failed, or rows. */
  public ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** How many rows the filter lets through. */
  public ReadOnlyLongProperty total() {
    return total.getReadOnlyProperty();
  }

  /** Whether the rows are still those of before: of another filter, order or visit. */
  public ReadOnlyBooleanProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  /** Another number whenever the rows of another filter or order are here. */
  public ReadOnlyLongProperty opened() {
    return opened.getReadOnlyProperty();
  }

  /** Another number whenever rows were read, others than before or the same. */
  public ReadOnlyLongProperty readings() {
    return readings.getReadOnlyProperty();
  }

  /** Another number whenever somebody wants the list as it is now. */
  public ReadOnlyLongProperty askings() {
    return askings.getReadOnlyProperty();
  }

  /** What goes on with many rows of the list; whoever does it sets it. */
  public ObjectProperty<Optional<ListWork>> work() {
    return work;
  }

  /** Which rows are selected. */
  public Marks<R> marks() {
    return marks;
  }

  /** Returns what is selected, for an action. */
  public Chosen<R> chosen() {
    return marks.chosen(filter.get(), total.get());
  }

  /** Returns which actions can be done to what is selected, as far as its rows are here. */
  List<RowAction<R>> offered(List<RowAction<R>> actions) {
    Chosen<R> chosen = chosen();
    Chosen<R> known = known();
    return actions.stream()
        .filter(action -> action.isOffered(chosen) && action.isOffered(known))
        .toList();
  }

  /** Returns what is selected, as rows where all of them are here. */
  Chosen<R> known() {
    Chosen<R> chosen = chosen();
    return chosen instanceof Chosen.Matching<R> matching
            && rows().stream().noneMatch(Objects::isNull)
        ? new Chosen.Rows<>(
            rows().stream()
                .filter(Objects::nonNull)
                .filter(row -> !matching.except().contains(keyOf(row)))
                .toList())
        : chosen;
  }

  /** Returns what a row is known by. */
  public String keyOf(R row) {
    return key.apply(row);
  }

  /** Whether the filter restricts the list, so that an empty one means "nothing matches". */
  public boolean isFiltered() {
    return !filter.get().isBlank();
  }

  /** The rows; null where they are still to come. */
  public abstract ObservableList<@Nullable R> rows();

  /**
   * Reads the list when its screen is opened: rows of before count as old until it has answered.
   */
  public void enter() {
    wait(state.get() instanceof ScreenState.Loaded);
    load();
  }

  /** Reads the list, or reads it again. */
  public abstract void load();

  /** Drops what is still to come, when the screen is left. */
  public abstract void leave();

  /** Says which rows are seen, first and last. */
  public abstract void see(int first, int last);

  /** Finds the first row whose name begins with a text; calls back unless there is none. */
  public abstract void startingWith(String prefix, IntConsumer then);

  /** Finds the row with a key; calls back with -1 when there is none. */
  public abstract void find(String wanted, IntConsumer then);

  /** Returns the index of the row with a key, or -1 if it is not here. */
  public abstract int indexHere(String wanted);

  /**
   * Gets all rows between two indexes, both included, here or not; none when they cannot be read.
   */
  public abstract void range(int from, int to, Consumer<List<R>> then);

  /** Says whether a row could not be read. */
  public abstract boolean isFailed(int index);

  /** Tries to read again what could not be read. */
  public abstract void retry();

  /**
   * Says how soon the list is read again while it is shown.
   *
   * @param wanted gets the rows that are seen
   */
  public void follow(Function<List<R>, Duration> wanted) {
    pause = wanted;
  }

  final void schedule(List<R> seen, Runnable again) {
    following.close();
    following = tasks.after(pause.apply(seen), again);
  }

  final void unschedule() {
    following.close();
  }

  /** Brings filter and order to bear. */
  abstract void apply();

  final void understood() {
    problem.set("");
  }

  final void notUnderstood(EngineException error) {
    problem.set(ErrorPresenter.line(error));
  }

  final void asked() {
    askings.set(askings.get() + 1);
  }

  final void wait(boolean now) {
    waiting.set(now);
  }

  final void open() {
    opened.set(opened.get() + 1);
  }

  final void counted(long now, boolean isEmpty) {
    total.set(now);
    if (marks.all().get() && marks.count(now) == 0) {
      marks.clear(); // rows that come later were never chosen
    }
    state.set(isEmpty ? ScreenState.EMPTY : ScreenState.LOADED);
    readings.set(readings.get() + 1);
  }

  final void failed(EngineException error) {
    state.set(ScreenState.failed(errors.describe(error)));
  }
}
