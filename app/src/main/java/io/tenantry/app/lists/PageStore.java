package io.tenantry.app.lists;

import io.tenantry.contract.error.EngineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of a long list that are here, each with the round in which it was read. UI thread. */
final class PageStore<R> {
  private static final int MOST = 60;

  private final int length;
  private final Function<R, String> key;
  private final Map<Integer, Read<R>> pages = new HashMap<>();
  private final Map<Integer, EngineException> failures = new HashMap<>();

  private record Read<R>(List<R> rows, int round) {}

  /**
   * Creates an empty store.
   *
   * @param length rows per page
   * @param key what a row is known by
   */
  PageStore(int length, Function<R, String> key) {
    this.length = length;
    this.key = key;
  }

  /** Returns the row at an index of the list, if its page is here. */
  @Nullable R get(int index) {
    Read<R> page = pages.get(index / length);
    int inside = index % length;
    return page == null || inside >= page.rows().size() ? null : page.rows().get(inside);
  }

  boolean has(int page) {
    return pages.containsKey(page);
  }

  /** Says whether a page was read in this round or later. */
  boolean isRead(int page, int round) {
    Read<R> read = pages.get(page);
    return read != null && read.round() >= round;
  }

  Optional<EngineException> failure(int page) {
    return Optional.ofNullable(failures.get(page));
  }

  void fail(int page, EngineException error) {
    failures.put(page, error);
  }

  void forgive() {
    failures.clear();
  }

  /**
   * Takes the rows of a page.
   *
   * @return whether they are others than before
   */
  boolean put(int page, List<R> rows, int round) {
    failures.remove(page);
    Read<R> before = pages.put(page, new Read<>(rows, round));
    return before == null || !before.rows().equals(rows);
  }

  /** Says whether a row stands in another page as well, so that one of them is out of date. */
  boolean isElsewhere(int page, List<R> rows) {
    Set<String> keys = rows.stream().map(key).collect(Collectors.toSet());
    return pages.entrySet().stream()
        .filter(entry -> entry.getKey() != page)
        .flatMap(entry -> entry.getValue().rows().stream())
        .map(key)
        .anyMatch(keys::contains);
  }

  /** Returns the index of a row, or -1 when its page is not here. */
  int indexOf(String wanted) {
    for (Map.Entry<Integer, Read<R>> entry : pages.entrySet()) {
      List<R> rows = entry.getValue().rows();
      for (int inside = 0; inside < rows.size(); inside++) {
        if (key.apply(rows.get(inside)).equals(wanted)) {
          return entry.getKey() * length + inside;
        }
      }
    }
    return -1;
  }

  /** Drops the pages farthest from one, when there are too many. */
  void keepAround(int page) {
    if (pages.size() <= MOST) {
      return;
    }
    List<Integer> byDistance = new ArrayList<>(pages.keySet());
    byDistance.sort(Comparator.comparingInt(each -> Math.abs(each - page)));
    pages.keySet().retainAll(new HashSet<>(byDistance.subList(0, MOST)));
  }

  void clear() {
    pages.clear();
    failures.clear();
  }
}
