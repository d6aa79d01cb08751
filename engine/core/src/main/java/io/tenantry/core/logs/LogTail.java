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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** New entries for one reader; when it is slow the oldest are dropped and counted. */
final class LogTail implements Source<LogEntry> {
  private static final int CAPACITY = 1000;

  private final ProjectId project;
  private final TenantId tenant;
  private final long tenantId;
  private final Predicate<WorkspaceName> reached;
  private final EntryFilter filter;
  private final Consumer<LogTail> onClose;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<LogEntry> waiting = new ArrayDeque<>();
  private long dropped;
  private boolean ended;

  LogTail(
      ProjectId project,
      TenantId tenant,
      long tenantId,
      Predicate<WorkspaceName> reached,
      EntryFilter filter,
      Consumer<LogTail> onClose) {
    this.project = project;
    this.tenant = tenant;
    this.tenantId = tenantId;
    this.reached = reached;
    this.filter = filter;
    this.onClose = onClose;
  }

  ProjectId project() {
    return project;
  }

  boolean isOf(TenantId other) {
    return tenant.equals(other);
  }

  void offer(QueryEvent event, Noted entry) {
    WorkspaceName blueprint = event.place().blueprint();
    if (event.tenantId() == tenantId && filter.matches(entry) && reached.test(blueprint)) {
      put(LogReader.view(entry, blueprint));
    }
  }

  private void put(LogEntry entry) {
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
  public Batch<LogEntry> next(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (waiting.isEmpty() && !ended && left > 0) {
        left = arrived.awaitNanos(left);
      }
      Batch<LogEntry> batch = new Batch<>(dropped, List.copyOf(waiting), ended);
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
