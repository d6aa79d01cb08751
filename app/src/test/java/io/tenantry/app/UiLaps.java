package io.tenantry.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Measures from what a user does until a layout in which he has what he wants, and prints it: the
 * median and the slowest of many times, in milliseconds, and the medians of processor time, which
 * stay what they are on a busy machine.
 */
final class UiLaps {
  private static final int TIMES = 40;
  private static final int WARM = 6;
  private static final int PATIENCE = 30;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Scene scene;
  private final BooleanSupplier idle;

  /** Something that is done to the console. */
  interface Step {
    void run() throws Exception;
  }

  /**
   * What an act took.
   *
   * @param millis until it was laid out
   * @param uiMillis of processor time on the UI thread
   * @param allMillis of processor time in the whole process
   */
  record Took(double millis, double uiMillis, double allMillis) {}

  /**
   * Creates it.
   *
   * @param idle whether everything has come to rest, so that the next act may begin
   */
  UiLaps(Scene scene, BooleanSupplier idle) {
    this.scene = scene;
    this.idle = idle;
  }

  /** Begins a table. */
  void head(String what) {
    System.out.printf(
        "%n%-30s %6s %8s %8s %8s %8s%n", what, "must", "median", "slowest", "UI cpu", "all cpu");
  }

  /** Measures something that can be done for the first time only once. */
  void first(String what, Step act, BooleanSupplier there) throws Exception {
    Took took = took(act, there);
    System.out.printf(
        "%-30s %6s %8.0f %8s %8.0f %8.0f%n",
        what, "", took.millis(), "", took.uiMillis(), took.allMillis());
  }

  /** Measures something again and again. */
  void report(String what, int must, Step before, Step act, BooleanSupplier there)
      throws Exception {
    Took[] all = new Took[TIMES];
    for (int time = -WARM; time < TIMES; time++) {
      before.run();
      Took took = took(act, there);
      if (time >= 0) {
        all[time] = took;
      }
    }
    double[] clock = Arrays.stream(all).mapToDouble(Took::millis).sorted().toArray();
    double[] ui = Arrays.stream(all).mapToDouble(Took::uiMillis).sorted().toArray();
    double[] cpu = Arrays.stream(all).mapToDouble(Took::allMillis).sorted().toArray();
    System.out.printf(
        "%-30s %6d %8.0f %8.0f %8.0f %8.0f%n",
        what, must, clock[TIMES / 2], clock[TIMES - 1], ui[TIMES / 2], cpu[TIMES / 2]);
  }

  private Took took(Step act, BooleanSupplier there) throws Exception {
    Took took = tookToSee(act, there);
    until(idle);
    return took;
  }

  /** Measures once, and does not wait for what goes on after it. */
  Took tookToSee(Step act, BooleanSupplier there) throws Exception {
    CompletableFuture<Took> done = new CompletableFuture<>();
    fx(
        () -> {
          Watch watch = new Watch(there, done);
          act.run();
          scene.addPostLayoutPulseListener(watch);
          Platform.requestNextPulse();
          return true;
        });
    return done.get(PATIENCE, TimeUnit.SECONDS);
  }

  /** Looks after each layout, and asks for the next one. */
  private final class Watch implements Runnable {
    private final BooleanSupplier there;
    private final CompletableFuture<Took> done;
    private final long start = System.nanoTime();
    private final long ui = THREADS.getCurrentThreadCpuTime();
    private final long all = processNanos();

    Watch(BooleanSupplier there, CompletableFuture<Took> done) {
      this.there = there;
      this.done = done;
    }

    @Override
    public void run() {
      if (there.getAsBoolean()) {
        scene.removePostLayoutPulseListener(this);
        done.complete(
            new Took(
                (System.nanoTime() - start) / 1e6,
                (THREADS.getCurrentThreadCpuTime() - ui) / 1e6,
                (processNanos() - all) / 1e6));
      } else {
        Platform.requestNextPulse();
      }
    }
  }

  private static long processNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  /** Waits until something is so, looking on the UI thread. */
  static void until(BooleanSupplier condition) throws Exception {
    while (!fx(condition::getAsBoolean)) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  /** Does something on the UI thread. */
  static <T> T fx(Callable<T> work) throws Exception {
    if (Platform.isFxApplicationThread()) {
      return work.call();
    }
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done.get();
  }
}
