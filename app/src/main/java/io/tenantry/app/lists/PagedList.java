package io.tenantry.app.lists;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A list of which only pages are read; filter and order are the engine's. UI thread. */
public final class PagedList<R> extends ListModel<R> {
  private static final int AT_MOST = 1000;
  private static final int ONE_BY_ONE = 50;
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final ListSource<R> source;
  private final PagedRows<R> rows;
  private @Nullable ListQuery<R> shown;
  private TaskRunner.Handle patience = () -> {};
  private boolean begun;
  private boolean asking;
  private boolean askAgain;
  private int movesLookedAt;

  /**
   * Creates a list that is not read yet.
   *
   * @param key what a row is known by
   */
  public PagedList(
      ListSource<R> source, Function<R, String> key, TaskRunner tasks, ErrorPresenter errors) {
    super(key, tasks, errors);
    this.source = source;
    this.rows = new PagedRows<>(tasks, key, new Arrivals());
  }

  @Override
  public ObservableList<@Nullable R> rows() {
    return rows;
  }

  @Override
  public void enter() {
    if (shown != null && shown.isStill() && !asking) {
      asked();
      apply();
    } else {
      super.enter();
    }
  }

  @Override
  public void load() {
    begun = true;
    asked();
    if (shown != null && state().get() instanceof ScreenState.Loaded) {
      rows.refresh();
    } else {
      apply();
    }
  }

  /** Asks the source anew, as after another filter. */
  public void reopen() {
    apply();
  }

  /**
   * Asks for what filter and order want, at once. While an answer is on its way only the last wish
   * counts, so that fast typing asks as often as the engine answers; one that takes long is not
   * waited for.
   */
  @Override
  void apply() {
    if (!begun) {
      return; // filter and order of last time are one wish, not two
    }
    ListQuery<R> wanted;
    try {
      wanted = source.query(filterProperty().get().strip(), orderProperty().get());
    } catch (EngineException e) {
      notUnderstood(e);
      showNothing();
      return;
    }
    understood();
    if (asking) {
      askAgain = true;
      patience.close();
      patience = tasks.after(PATIENCE, this::answered);
      return;
    }
    asking = true;
    askAgain = false;
    unschedule();
    tasks.forget(marks());
    wait(state().get() instanceof ScreenState.Loaded);
    shown = wanted;
    rows.open(wanted, 0);
  }

  /** Rows of the filter before would be taken for those that were asked for. */
  private void showNothing() {
    unschedule();
    patience.close();
    asking = false;
    askAgain = false;
    wait(false);
    shown = null;
    rows.close();
    counted(0, false);
  }

  private final class Arrivals implements PagedRows.Listener<R> {
    @Override
    public void opened() {
      open();
      answered();
    }

    @Override
    public void notOpened(EngineException error) {
      answered();
      failed(error);
    }

    @Override
    public void came(List<R> fresh) {
      marks().renew(fresh);
      PagedList.this.wait(asking);
      counted(rows.size(), rows.isEmpty() && !isFiltered());
      lookForMarked();
      schedule(rows.seen(), rows::refresh);
    }
  }

  /** What is not in the list any more is not selected any more, whoever took it away. */
  private void lookForMarked() {
    ListQuery<R> asked = shown;
    if (asked == null || movesLookedAt == rows.moves()) {
      return;
    }
    int moves = rows.moves();
    Set<String> unsure = new HashSet<>(marks().keys());
    unsure.removeIf(rows::isCurrent);
    if (unsure.isEmpty()) {
      movesLookedAt = moves;
      return;
    }
    tasks
        .call("list.marked", () -> gone(asked, unsure))
        .onSuccess(
            gone -> {
              movesLookedAt = moves;
              marks().drop(gone);
            })
        .onFailure(_ -> {}) // looked for again after the next reading
        .latest(marks())
        .start();
  }

  /** Many are found faster by reading the list. */
  private Set<String> gone(ListQuery<R> asked, Set<String> unsure) {
    if (unsure.size() <= ONE_BY_ONE) {
      return unsure.stream()
          .filter(wanted -> asked.position(wanted).isEmpty())
          .collect(Collectors.toSet());
    }
    Set<String> gone = new HashSet<>(unsure);
    List<R> part = asked.page(0, AT_MOST).items();
    for (int at = 0; !part.isEmpty() && !gone.isEmpty(); part = asked.page(at, AT_MOST).items()) {
      part.forEach(row -> gone.remove(keyOf(row)));
      at += part.size();
    }
    return gone;
  }

  private void answered() {
    patience.close();
    asking = false;
    wait(false);
    if (askAgain) {
      apply();
    }
  }

  @Override
  public void leave() {
    unschedule();
    tasks.forget(this);
    tasks.forget(marks());
    rows.stop();
    if (asking) {
      asking = false;
      shown = null;
    }
  }

  @Override
  public void see(int first, int last) {
    rows.see(first, last);
  }

  @Override
  public void startingWith(String prefix, IntConsumer then) {
    ListQuery<R> asked = shown;
    if (asked != null) {
      tasks
          .call("list.startingWith", () -> asked.startingWith(prefix))
          .onSuccess(found -> found.ifPresent(position -> then.accept((int) position)))
          .onFailure(_ -> {}) // typing on asks again
          .latest(this)
          .start();
    }
  }

  @Override
  public int indexHere(String wanted) {
    return rows.indexOfKey(wanted);
  }

  @Override
  public void find(String wanted, IntConsumer then) {
    ListQuery<R> asked = shown;
    int here = rows.indexOfKey(wanted);
    if (here >= 0 || asked == null) {
      then.accept(here);
      return;
    }
    tasks
        .call("list.find", () -> asked.position(wanted))
        .onSuccess(found -> then.accept((int) found.orElse(-1)))
        .onFailure(_ -> then.accept(-1))
        .latest(this)
        .start();
  }

  @Override
  public void range(int from, int to, Consumer<List<R>> then) {
    ListQuery<R> asked = shown;
    if (asked == null) {
      return;
    }
    List<R> here = here(from, to);
    if (here.size() == to - from + 1) {
      then.accept(here);
      return;
    }
    tasks
        .call("list.range", () -> read(asked, from, to))
        .onSuccess(then)
        .onFailure(
            error -> {
              errors.show(error);
              then.accept(List.of());
            })
        .latest(this)
        .start();
  }

  private List<R> here(int from, int to) {
    List<R> found = new ArrayList<>();
    for (int index = from; index <= to && index < rows.size(); index++) {
      R row = rows.get(index);
      if (row == null) {
        return List.of();
      }
      found.add(row);
    }
    return found;
  }

  private static <R> List<R> read(ListQuery<R> asked, int from, int to) {
    List<R> found = new ArrayList<>();
    int at = from;
    while (at <= to) {
      List<R> part = asked.page(at, Math.min(AT_MOST, to - at + 1)).items();
      if (part.isEmpty()) {
        return found;
      }
      found.addAll(part);
      at += part.size();
    }
    return found;
  }

  @Override
  public boolean isFailed(int index) {
    return rows.isFailed(index);
  }

  @Override
  public void retry() {
    rows.retry();
  }
}
