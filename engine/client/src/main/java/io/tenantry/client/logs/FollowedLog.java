package io.tenantry.client.logs;

import io.tenantry.client.http.Followed;
import io.tenantry.contract.logs.Logs;
import io.tenantry.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A log that is followed: entries have growing ids. What was missed is asked for page by page, up
 * to {@value #MOST} entries; of more than that the newest are told, and that others are left out.
 */
final class FollowedLog<T> implements Followed<T> {
  static final int MOST = 10_000;

  /** Mostly little was missed; only where a page is full, the next ones are large. */
  private static final int FIRST_PAGE = 200;

  private final Pages<T> pages;
  private final Class<T> type;
  private final ToLongFunction<T> id;
  private long newest;
  private long leftOut;

  /** Asks for entries. */
  @FunctionalInterface
  interface Pages<T> {
    /** Returns entries, newest first. */
    List<T> page(int offset, int limit);
  }

  /**
   * Follows what comes after an entry.
   *
   * @param type what an entry is
   * @param id tells its id
   * @param pages asks for what there is
   */
  FollowedLog(Class<T> type, ToLongFunction<T> id, long newest, Pages<T> pages) {
    this.type = type;
    this.id = id;
    this.newest = newest;
    this.pages = pages;
  }

  @Override
  public List<T> known() {
    return List.of();
  }

  @Override
  public List<T> missed() {
    List<T> found = new ArrayList<>();
    int limit = FIRST_PAGE;
    List<T> newer = newerIn(pages.page(0, limit));
    found.addAll(newer);
    while (newer.size() == limit && found.size() <= MOST) {
      limit = Logs.MAX_LIMIT;
      newer = newerIn(pages.page(found.size(), limit));
      found.addAll(newer);
    }
    leftOut = Math.max(0, found.size() - MOST);
    return found.subList(0, found.size() - (int) leftOut).reversed();
  }

  private List<T> newerIn(List<T> page) {
    return page.stream().filter(entry -> id.applyAsLong(entry) > newest).toList();
  }

  @Override
  public long leftOut() {
    return leftOut;
  }

  @Override
  public T read(byte[] json) {
    return Json.read(json, type);
  }

  @Override
  public boolean isNew(T entry) {
    long now = id.applyAsLong(entry);
    boolean isNew = now > newest;
    newest = Math.max(newest, now);
    return isNew;
  }

  @Override
  public boolean isLast(T entry) {
    return false;
  }
}
