package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.events.Source;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** New entries for one reader; when it is slow the oldest are dropped and counted. */
final class LogTail<T> implements Source<T> {
  private static final int CAPACITY = 1000;

  private final ProjectId project;
  private final Optional<TenantId> tenant;
  private final Predicate<QueryEvent> wanted;
  private final EntryFilter filter;
  private final BiFunction<QueryEvent, Noted, T> view;
  private final Consumer<LogTail<?>> onClose;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<T> waiting = new ArrayDeque<>();
  private long dropped;
  private boolean ended;

  private LogTail(
      ProjectId project,
      Optional<TenantId> tenant,
      Predicate<QueryEvent> wanted,
      EntryFilter filter,
      BiFunction<QueryEvent, Noted, T> view,
      Consumer<LogTail<?>> onClose) {
    this.project = project;
    this.tenant = tenant;
    this.wanted = wanted;
    this.filter = filter;
    this.view = view;
    this.onClose = onClose;
  }

  /**
   * Follows a whole project.
   *
   * @param wanted tells by its database whether a query is wanted
   */
  LogTail(
      ProjectId project,
      Predicate<QueryEvent> wanted,
      EntryFilter filter,
      BiFunction<QueryEvent, Noted, T> view,
      Consumer<LogTail<?>> onClose) {
    this(project, Optional.empty(), wanted, filter, view, onClose);
  }

  /**
   * Follows one tenant.
   *
   * @param tenantId its row
   */
  static LogTail<LogEntry> ofTenant(
      ProjectId project,
      TenantId tenant,
      long tenantId,
      Predicate<WorkspaceName> reached,
      EntryFilter filter,
      Consumer<LogTail<?>> onClose) {
    return new LogTail<>(
        project,
        Optional.of(tenant),
        event -> event.tenantId() == tenantId && reached.test(event.place().blueprint()),
        filter,
        (event, entry) -> LogReader.view(entry, event.place().blueprint()),
        onClose);
  }

  ProjectId project() {
    return project;
  }

  /** Returns whether nothing more can come once a tenant is gone. */
  boolean isOf(TenantId other) {
    return tenant.filter(other::equals).isPresent();
  }

  void offer(QueryEvent event, Noted entry) {
    if (wanted.test(event) && filter.matches(entry)) {
      put(view.apply(event, entry));
    }
  }

  private void put(T entry) {
    lock.lock();
    try {
      if (waiting.size() == CAPACITY) {
        waiting.removeFirst();
        dropped++;
      }
      waiting.addLast(entry);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Batch<T> next(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (waiting.isEmpty() && !ended && left > 0) {
        left = arrived.awaitNanos(left);
      }
      Batch<T> batch = new Batch<>(dropped, List.copyOf(waiting), ended);
      waiting.clear();
      dropped = 0;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    onClose.accept(this);
  }
}
