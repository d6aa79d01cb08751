package io.tenantry.client.logs;

import io.tenantry.client.http.Followed;
import io.tenantry.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** A log that is followed: entries have growing ids. */
final class FollowedLog<T> implements Followed<T> {
  static final int PAGE = 200;
  private static final int MOST = 1000;

  private final IntFunction<List<T>> list;
  private final Class<T> type;
  private final ToLongFunction<T> id;
  private long newest;

  /**
   * Follows what comes after an entry.
   *
   * @param type what an entry is
   * @param id tells its id
   * @param list returns a page of entries, newest first, from an offset
   */
  FollowedLog(Class<T> type, ToLongFunction<T> id, long newest, IntFunction<List<T>> list) {
    this.type = type;
    this.id = id;
    this.newest = newest;
    this.list = list;
  }

  @Override
  public List<T> known() {
    return List.of();
  }

  @Override
  public List<T> missed() {
    List<T> found = new ArrayList<>();
    boolean more = true;
    while (more && found.size() < MOST) {
      List<T> page = list.apply(found.size());
      List<T> newer = page.stream().filter(entry -> id.applyAsLong(entry) > newest).toList();
      found.addAll(newer);
      more = newer.size() == PAGE;
    }
    return found.reversed();
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
