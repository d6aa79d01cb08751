package io.tenantry.app.lists;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Order;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A list that is read whole, because it is short; filter and order are ours. UI thread. */
public final class LoadedList<R> extends ListModel<R> {
  private final Callable<List<R>> read;
  private final Function<R, String> words;
  private final Map<String, Comparator<R>> orders;
  private final ShownRows<R> rows = new ShownRows<>();
  private Consumer<List<R>> onRead = _ -> {};
  private List<R> all = List.of();

  /**
   * Creates a list that is not read yet.
   *
   * @param key what a row is known by; also what typing jumps to
   * @param words what the filter searches
   * @param orders how rows compare, by the id of the column
   */
  public LoadedList(
      Callable<List<R>> read,
      Function<R, String> key,
      Function<R, String> words,
      Map<String, Comparator<R>> orders,
      TaskRunner tasks,
      ErrorPresenter errors) {
    super(key, tasks, errors);
    this.read = read;
    this.words = words;
    this.orders = Map.copyOf(orders);
  }

  /** Calls back each time the list was read, with all rows. */
  public LoadedList<R> onRead(Consumer<List<R>> action) {
    onRead = action;
    return this;
  }

  /** Returns all rows, also those that the filter leaves out. */
  public List<R> all() {
    return all;
  }

  /** Shows each row as it is made of the one that is shown. */
  public void change(UnaryOperator<R> action) {
    all = all.stream().map(action).toList();
    marks().renew(all);
    apply();
  }

  @Override
  public ObservableList<@Nullable R> rows() {
    return rows;
  }

  @Override
  public void load() {
    unschedule();
    asked();
    tasks
        .call("list.read", read)
        .onSuccess(this::show)
        .onFailure(this::notRead)
        .onDone(() -> schedule(all, this::load))
        .latest(this)
        .start();
  }

  private void show(List<R> found) {
    all = List.copyOf(found);
    wait(false);
    marks().renew(all);
    marks().keepOnly(all);
    apply();
    counted(rows.size(), all.isEmpty());
    onRead.accept(all);
  }

  /** What is there stays there; the shell says when the engine is away. */
  private void notRead(EngineException error) {
    if (!(state().get() instanceof ScreenState.Loaded)) {
      failed(error);
    }
  }

  @Override
  void apply() {
    List<String> wanted =
        List.of(filterProperty().get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
    var found =
        all.stream().filter(row -> matches(words.apply(row).toLowerCase(Locale.ROOT), wanted));
    rows.show(comparator().map(found::sorted).orElse(found).toList());
    if (state().get() instanceof ScreenState.Loaded) {
      counted(rows.size(), all.isEmpty());
    }
  }

  private static boolean matches(String text, List<String> wanted) {
    return wanted.stream().allMatch(text::contains);
  }

  private Optional<Comparator<R>> comparator() {
    return orderProperty()
        .get()
        .filter(order -> orders.containsKey(order.column()))
        .map(order -> order.descending() ? up(order).reversed() : up(order));
  }

  private Comparator<R> up(Order order) {
    return orders.getOrDefault(order.column(), Comparator.comparing(this::keyOf));
  }

  @Override
  public void leave() {
    unschedule();
    tasks.forget(this);
  }

  @Override
  public void see(int first, int last) {}

  @Override
  public void startingWith(String prefix, IntConsumer then) {
    first(row -> keyOf(row).toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT)))
        .ifPresent(then);
  }

  @Override
  public int indexHere(String wanted) {
    return first(row -> keyOf(row).equals(wanted)).orElse(-1);
  }

  @Override
  public void find(String wanted, IntConsumer then) {
    then.accept(indexHere(wanted));
  }

  private OptionalInt first(Predicate<R> test) {
    return IntStream.range(0, rows.size())
        .filter(
            index -> {
              R row = rows.get(index);
              return row != null && test.test(row);
            })
        .findFirst();
  }

  @Override
  public void range(int from, int to, Consumer<List<R>> then) {
    then.accept(
        IntStream.rangeClosed(Math.max(0, from), Math.min(to, rows.size() - 1))
            .mapToObj(rows::get)
            .filter(Objects::nonNull)
            .toList());
  }

  @Override
  public boolean isFailed(int index) {
    return false;
  }

  @Override
  public void retry() {
    load();
  }
}
