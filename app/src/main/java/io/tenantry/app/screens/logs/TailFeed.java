package io.tenantry.app.screens.logs;

import io.tenantry.app.lists.ListQuery;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Queries as they end: the newest {@value #KEPT} of them as a list, however fast they come. The
 * list reads it as often as it wants to; nobody is told of each entry. Any thread.
 */
final class TailFeed implements ListQuery<ProjectEntry>, Listener<ProjectEntry> {
  static final int KEPT = 2_000;

  private final ProjectLogs logs;
  private final LogSearch search;
  private final Object starting = new Object();
  private final @Nullable ProjectEntry[] ring = new ProjectEntry[KEPT];
  private @Nullable Subscription subscription;
  private Optional<List<ProjectEntry>> frozen = Optional.empty();
  private Optional<EngineException> failure = Optional.empty();
  private long came;
  private long cameBefore;
  private long leftOut;
  private boolean ended;
  private boolean closed;

  TailFeed(ProjectLogs logs, LogSearch search) {
    this.logs = logs;
    this.search = search;
  }

  /**
   * What came so far.
   *
   * @param came how many entries
   * @param sincePause how many of them since it was paused; 0 while it is not
   * @param leftOut how many the engine left out, because they came too fast
   * @param ended whether nothing more comes
   * @param failure why it ended early
   */
  record Told(
      long came, long sincePause, long leftOut, boolean ended, Optional<EngineException> failure) {}

  synchronized Told told() {
    return new Told(came, frozen.isPresent() ? came - cameBefore : 0, leftOut, ended, failure);
  }

  /** Shows what is there now until it goes on. */
  synchronized void pause() {
    if (frozen.isEmpty()) {
      frozen = Optional.of(newest());
      cameBefore = came;
    }
  }

  synchronized void goOn() {
    frozen = Optional.empty();
  }

  @Override
  public Page<ProjectEntry> page(long offset, int limit) {
    start();
    List<ProjectEntry> shown = shown();
    int from = (int) Math.min(offset, shown.size());
    int to = Math.min(shown.size(), from + limit);
    return new Page<>(shown.subList(from, to), shown.size(), Optional.empty());
  }

  private void start() {
    synchronized (starting) {
      if (subscription == null && !isClosed()) {
        Subscription started = logs.tail(search, this);
        subscription = started;
        if (isClosed()) {
          started.close();
        }
      }
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized List<ProjectEntry> shown() {
    return frozen.orElseGet(this::newest);
  }

  private List<ProjectEntry> newest() {
    int size = (int) Math.min(came, KEPT);
    List<ProjectEntry> entries = new ArrayList<>(size);
    for (int back = 1; back <= size; back++) {
      ProjectEntry entry = ring[(int) ((came - back) % KEPT)];
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  @Override
  public OptionalLong startingWith(String prefix) {
    return OptionalLong.empty();
  }

  @Override
  public OptionalLong position(String key) {
    return OptionalLong.empty();
  }

  @Override
  public synchronized void event(ProjectEntry entry) {
    ring[(int) (came % KEPT)] = entry;
    came++;
  }

  @Override
  public synchronized void dropped(long count) {
    leftOut += count;
  }

  @Override
  public synchronized void ended(Optional<EngineException> reason) {
    ended = true;
    failure = reason;
  }

  /** Ends it; may wait for the engine. */
  void close() {
    synchronized (this) {
      closed = true;
    }
    synchronized (starting) {
      if (subscription != null) {
        subscription.close();
      }
    }
  }
}
