package io.tenantry.core.isolation;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Moves that wait for their turn: a copy loads the disk, so few run at a time. Any thread. */
final class MoveQueue {
  private static final int AT_A_TIME = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final JobRunner jobs;
  private final Work work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Deque<Move> waiting = new ArrayDeque<>();
  private final List<Move> running = new ArrayList<>();
  private int workers;

  /** Carries out a move. */
  interface Work {
    void run(Move move, StopSignal stop);
  }

  MoveQueue(JobRunner jobs, Work work) {
    this.jobs = jobs;
    this.work = work;
  }

  void add(Move move) {
    lock.lock();
    try {
      waiting.add(move);
      if (workers == AT_A_TIME) {
        return;
      }
      workers++;
    } finally {
      lock.unlock();
    }
    jobs.start("isolation", this::workOff);
  }

  private void workOff(StopSignal stop) {
    boolean idle = false;
    try {
      for (Optional<Move> next = next(stop); next.isPresent(); next = next(stop)) {
        work(next.get(), stop);
      }
      idle = true;
    } finally {
      if (!idle) {
        leave();
      }
    }
  }

  private void work(Move move, StopSignal stop) {
    try {
      work.run(move, stop);
    } finally {
      end(move);
    }
  }

  /** Returns what to do next; a worker that gets nothing has left. */
  private Optional<Move> next(StopSignal stop) {
    lock.lock();
    try {
      Optional<Move> next =
          stop.isStopped() ? Optional.empty() : Optional.ofNullable(waiting.poll());
      next.ifPresentOrElse(running::add, this::leave);
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      workers--;
    } finally {
      lock.unlock();
    }
  }

  private void end(Move move) {
    lock.lock();
    try {
      running.remove(move);
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Drops what waits for a project, and waits for what runs, half a minute at most. */
  void awaitEnd(ProjectId project) {
    long left = LONGEST_WAIT.toNanos();
    lock.lock();
    try {
      waiting.removeIf(move -> move.from().project().equals(project));
      while (left > 0 && running.stream().anyMatch(move -> move.from().project().equals(project))) {
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
