package io.tenantry.app.screens.logs;

import io.tenantry.app.lists.ListQuery;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogPage;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.page.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The log as it was when it was asked first: what comes later moves nothing. The count is kept, as
 * it cannot change. Any thread.
 */
final class LogSnapshot implements ListQuery<ProjectEntry> {
  private final ProjectLogs logs;
  private final LogSearch search;
  private final Instant at;
  private Optional<Long> newest = Optional.empty();
  private Optional<Long> total = Optional.empty();

  LogSnapshot(ProjectLogs logs, LogSearch search, Instant at) {
    this.logs = logs;
    this.search = search;
    this.at = at;
  }

  LogSearch search() {
    return search;
  }

  Instant at() {
    return at;
  }

  /** Returns the newest entry that it reaches; empty before it was asked, and for an empty log. */
  synchronized Optional<Long> newest() {
    return newest;
  }

  @Override
  public Page<ProjectEntry> page(long offset, int limit) {
    Optional<Long> known = knownTotal();
    ProjectLogPage page =
        logs.list(search, new LogPageRequest(newest(), offset, limit, known.isEmpty()));
    note(page);
    long count = known.or(page::total).orElse(offset + page.logs().size());
    return new Page<>(page.logs(), count, Optional.empty());
  }

  private synchronized Optional<Long> knownTotal() {
    return total;
  }

  private synchronized void note(ProjectLogPage page) {
    newest = newest.or(page::newest);
    total = total.or(page::total);
  }

  @Override
  public boolean isStill() {
    return true;
  }

  @Override
  public OptionalLong startingWith(String prefix) {
    return OptionalLong.empty();
  }

  @Override
  public OptionalLong position(String key) {
    return OptionalLong.empty();
  }
}
