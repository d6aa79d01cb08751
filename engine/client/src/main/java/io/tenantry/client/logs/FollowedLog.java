package io.tenantry.client.logs;

import io.tenantry.client.http.Followed;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A log that is followed: entries have growing ids. */
final class FollowedLog implements Followed<LogEntry> {
  static final int PAGE = 200;
  private static final int MOST = 1000;

  private final IntFunction<List<LogEntry>> list;
  private long newest;

  /**
   * Follows what comes after an entry.
   *
   * @param list returns a page of entries, newest first, from an offset
   */
  FollowedLog(long newest, IntFunction<List<LogEntry>> list) {
    this.newest = newest;
    this.list = list;
  }

  @Override
  public List<LogEntry> known() {
    return List.of();
  }

  @Override
  public List<LogEntry> missed() {
    List<LogEntry> found = new ArrayList<>();
    boolean more = true;
    while (more && found.size() < MOST) {
      List<LogEntry> page = list.apply(found.size());
      List<LogEntry> newer = page.stream().filter(entry -> entry.id() > newest).toList();
      found.addAll(newer);
      more = newer.size() == PAGE;
    }
    return found.reversed();
  }

  @Override
  public LogEntry read(byte[] json) {
    return Json.read(json, LogEntry.class);
  }

  @Override
  public boolean isNew(LogEntry entry) {
    boolean isNew = entry.id() > newest;
    newest = Math.max(newest, entry.id());
    return isNew;
  }

  @Override
  public boolean isLast(LogEntry entry) {
    return false;
  }
}
