package io.tenantry.app.lists;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a long list, as long as the list itself, of which only the pages around what is seen
 * are here; the others are null until they come. What is here stays until something newer has come,
 * so nothing flickers. UI thread.
 */
final class PagedRows<R> extends ObservableListBase<@Nullable R> {
  static final int PAGE = 100;
  private static final int AT_ONCE = 2;
  private static final Duration SETTLE = Duration.ofMillis(400);

  private final TaskRunner tasks;
  private final Function<R, String> key;
  private final Listener<R> listener;
  private final PageStore<R> store;
  private final Set<Integer> underWay = new HashSet<>();
  private @Nullable ListQuery<R> query;
  private TaskRunner.Handle settling = () -> {};
  private boolean opening;
  private int generation;
  private int round;
  private int moves;
  private int size;
  private int first;
  private int last;

  /** Is told what becomes of the list. */
  interface Listener<R> {
    /** The first page of a list that was opened is here. */
    void opened();

    /** The list that was opened could not be read. */
    void notOpened(EngineException error);

    /** Rows came, new ones or the same again. */
    void came(List<R> rows);
  }

  PagedRows(TaskRunner tasks, Function<R, String> key, Listener<R> listener) {
    this.tasks = tasks;
    this.key = key;
    this.listener = listener;
    this.store = new PageStore<>(PAGE, key);
  }

  @Override
  public @Nullable R get(int index) {
    return store.get(index);
  }

  @Override
  public int size() {
    return size;
  }

  /** Looks among the rows that are here only. */
  @Override
  @SuppressWarnings("unchecked") // whoever asks for something else finds nothing
  public int indexOf(@Nullable Object row) {
    return row == null ? -1 : store.indexOf(key.apply((R) row));
  }

  @Override
  public boolean contains(@Nullable Object row) {
    return indexOf(row) >= 0;
  }

  int indexOfKey(String wanted) {
    return store.indexOf(wanted);
  }

  /** Says whether a row was read when what is seen was read last. */
  boolean isCurrent(String wanted) {
    int index = store.indexOf(wanted);
    return index >= 0 && store.isRead(index / PAGE, round);
  }

  /** Another number whenever rows may have come or gone. */
  int moves() {
    return moves;
  }

  boolean isFailed(int index) {
    return store.failure(index / PAGE).isPresent();
  }

  /** Reads another list, beginning around an index of it. */
  void open(ListQuery<R> next, int around) {
    stop();
    query = next;
    opening = true;
    request(Math.max(0, around) / PAGE);
  }

  /** Shows no list any more. */
  void close() {
    stop();
    query = null;
    store.clear();
    resize(0, 0, false);
  }

  /** Forgets what is under way. */
  void stop() {
    settling.close();
    generation++;
    underWay.clear();
    opening = false;
  }

  /**
   * Says which rows are seen; their pages are read next, and when they are here the ones beside
   * them.
   */
  void see(int from, int to) {
    first = Math.max(0, from);
    last = Math.max(first, to);
    fetch();
  }

  /** Reads what is seen again. */
  void refresh() {
    round++;
    fetch();
  }

  /** Tries pages again that could not be read. */
  void retry() {
    store.forgive();
    beginChange();
    updated(first, last + 1);
    endChange();
    fetch();
  }

  /** Returns the rows that are seen, as far as they are here. */
  List<R> seen() {
    List<R> rows = new ArrayList<>();
    for (int index = first; index <= last && index < size; index++) {
      R row = get(index);
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private void fetch() {
    if (query == null || opening) {
      return;
    }
    for (int page = first / PAGE; page <= last / PAGE; page++) {
      if (!store.isRead(page, round)) {
        request(page);
      }
    }
    if (underWay.isEmpty()) {
      for (int page : List.of(last / PAGE + 1, first / PAGE - 1)) {
        if (!store.has(page)) {
          request(page);
        }
      }
    }
  }

  private void request(int page) {
    ListQuery<R> asked = query;
    boolean exists = opening || page == 0 || (page > 0 && (long) page * PAGE < size);
    if (asked == null
        || !exists
        || underWay.size() >= AT_ONCE
        || store.failure(page).isPresent() && !opening
        || !underWay.add(page)) {
      return;
    }
    int of = generation;
    tasks
        .call("list.page", () -> asked.page((long) page * PAGE, PAGE))
        .onSuccess(answer -> whenCurrent(of, () -> take(page, answer)))
        .onFailure(error -> whenCurrent(of, () -> failed(page, error)))
        .start();
  }

  private void whenCurrent(int of, Runnable action) {
    if (of == generation) {
      action.run();
    }
  }

  private void take(int page, Page<R> answer) {
    underWay.remove(page);
    boolean fresh = opening;
    if (fresh) {
      opening = false;
      store.clear();
    }
    boolean moved = !fresh && (answer.total() != size || store.isElsewhere(page, answer.items()));
    boolean again = store.has(page);
    boolean changed = put(page, answer.items());
    if (moved || again && changed) {
      moves++;
    }
    resize(Math.toIntExact(Math.min(answer.total(), Integer.MAX_VALUE)), page, fresh || changed);
    if (moved) {
      settle();
    }
    if (fresh) {
      listener.opened();
    }
    listener.came(answer.items());
    fetch();
  }

  /** An engine that knows no pages answers the whole list. */
  private boolean put(int page, List<R> rows) {
    boolean changed = store.put(page, rows.subList(0, Math.min(PAGE, rows.size())), round);
    for (int from = PAGE; from < rows.size(); from += PAGE) {
      List<R> part = rows.subList(from, Math.min(from + PAGE, rows.size()));
      changed |= store.put(from / PAGE, part, round);
    }
    store.keepAround(first / PAGE);
    return changed;
  }

  private void resize(int now, int page, boolean changed) {
    int before = size;
    if (now == before && !changed) {
      return;
    }
    beginChange();
    size = now;
    if (now > before) {
      nextAdd(before, now);
    } else if (now < before) {
      nextRemove(now, Collections.nCopies(before - now, null));
    }
    int common = Math.min(before, now);
    updated(Math.min(first, common), Math.min(last + 1, common));
    updated(Math.min(page * PAGE, common), Math.min((page + 1) * PAGE, common));
    endChange();
  }

  private void updated(int from, int to) {
    for (int index = from; index < to; index++) {
      nextUpdate(index);
    }
  }

  private void failed(int page, EngineException error) {
    underWay.remove(page);
    if (opening) {
      opening = false;
      listener.notOpened(error);
      return;
    }
    if (!store.has(page)) {
      store.fail(page, error);
      beginChange();
      updated(Math.min(page * PAGE, size), Math.min((page + 1) * PAGE, size));
      endChange();
    }
  }

  /** Rows have come or gone: what is seen is read again when that has calmed down. */
  private void settle() {
    settling.close();
    settling = tasks.after(SETTLE, this::refresh);
  }
}
