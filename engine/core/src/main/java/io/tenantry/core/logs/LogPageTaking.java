package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogPageRequest;
import java.util.ArrayList;
import java.util.List;

/** Takes one page out of entries that come newest first, and counts them. One thread. */
final class LogPageTaking {
  private final LogPageRequest request;
  private final List<ProjectLogReader.Found> taken = new ArrayList<>();
  private long matching;

  LogPageTaking(LogPageRequest request) {
    this.request = request;
  }

  /** Returns whether so many entries that come next are none of the page. */
  boolean passes(long entries) {
    return isFull() || matching + entries <= request.offset();
  }

  /** Counts entries that are none of the page. */
  void pass(long entries) {
    matching += entries;
  }

  /** Takes what belongs to the page of entries that come next. */
  void take(List<ProjectLogReader.Found> found) {
    long from = Math.clamp(request.offset() - matching, 0, found.size());
    long to = Math.min(found.size(), from + request.limit() - taken.size());
    taken.addAll(found.subList((int) from, (int) to));
    matching += found.size();
  }

  boolean isFull() {
    return taken.size() == request.limit();
  }

  /** Returns whether nothing more has to be looked at. */
  boolean isDone() {
    return !request.counted() && hasMore();
  }

  boolean hasMore() {
    return matching > request.offset() + taken.size();
  }

  long matching() {
    return matching;
  }

  List<ProjectLogReader.Found> taken() {
    return taken;
  }
}
