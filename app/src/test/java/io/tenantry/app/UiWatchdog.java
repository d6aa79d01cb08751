package io.tenantry.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Watches the UI thread while tests run, and notes when our own code holds it. A beat is sent
 * through its queue again and again; while one is late, the thread's stack is sampled. What counts
 * is processor time and waiting of our code, never the clock alone: a machine that has no time for
 * the thread does not count, nor does the toolkit's own work, nor the loading of classes.
 */
final class UiWatchdog implements AutoCloseable {
  private static final long BEAT_MILLIS = 5;
  private static final long LATE_MILLIS = 20;
  private static final long REPORT_MILLIS = 50;
  private static final long LIMIT_MILLIS = 100;

  /**
   * For what runs for the first time in this virtual machine, and is not compiled yet; and where
   * many others share the processors: each time one of them had it the caches are cold, so that the
   * same work takes several times the processor time.
   */
  private static final long COLD_LIMIT_MILLIS = 300;

  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Queue<UiStall> stalls = new ConcurrentLinkedQueue<>();
  private final Thread watcher = new Thread(this::watch, "ui-watchdog");
  private final Semaphore beats = new Semaphore(0);
  private volatile boolean closed;

  /** Starts to watch; the toolkit must run. */
  UiWatchdog() {
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Prints what was long enough to tell, and fails when something was too long. */
  void check(String test) {
    List<UiStall> tooLong = new ArrayList<>();
    for (UiStall stall = stalls.poll(); stall != null; stall = stalls.poll()) {
      boolean isCold = SEEN.add(stall.culprit()) || stall.starved();
      long limit = isCold ? COLD_LIMIT_MILLIS : LIMIT_MILLIS;
      if (stall.ownMillis() > limit && stall.isSure()) {
        tooLong.add(stall);
      } else {
        System.out.println(test + ": " + stall.headline());
      }
    }
    if (!tooLong.isEmpty()) {
      throw new AssertionError(
          tooLong.stream().map(UiStall::toString).collect(Collectors.joining("\n")));
    }
  }

  /** Waits until so many beats more have come through, and what they tell is noted. */
  void awaitBeats(int count) {
    beats.drainPermits();
    beats.acquireUninterruptibly(count);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void watch() {
    try {
      Beat before = Beat.send(threads);
      before.done.await();
      while (!closed) {
        TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
        Beat beat = Beat.send(threads);
        if (!beat.done.await(LATE_MILLIS, TimeUnit.MILLISECONDS)) {
          note(before, beat, samples(beat));
        }
        before = beat;
        beats.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<UiSample> samples(Beat beat) throws InterruptedException {
    List<UiSample> samples = new ArrayList<>();
    while (!closed && beat.done.getCount() > 0) {
      ThreadInfo info = threads.getThreadInfo(Beat.thread(), Integer.MAX_VALUE);
      if (info != null) {
        samples.add(UiSample.of(info));
      }
      beat.done.await(BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }
    return samples;
  }

  private void note(Beat before, Beat beat, List<UiSample> samples) {
    UiStall stall = UiStall.of(samples, beat.cpuNanos - before.cpuNanos, beat.nanos - before.nanos);
    if (stall.ownMillis() >= REPORT_MILLIS) {
      stalls.add(stall);
    }
  }

  /** A message through the UI thread's queue, which notes when it got there. */
  private static final class Beat implements Runnable {
    private static volatile long thread;

    private final CountDownLatch done = new CountDownLatch(1);
    private final ThreadMXBean threads;
    private volatile long nanos;
    private volatile long cpuNanos;

    private Beat(ThreadMXBean threads) {
      this.threads = threads;
    }

    static Beat send(ThreadMXBean threads) {
      Beat beat = new Beat(threads);
      Platform.runLater(beat);
      return beat;
    }

    static long thread() {
      return thread;
    }

    @Override
    public void run() {
      thread = Thread.currentThread().threadId();
      nanos = System.nanoTime();
      cpuNanos = threads.getCurrentThreadCpuTime();
      done.countDown();
    }
  }
}
