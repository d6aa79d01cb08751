package io.tenantry.app;

import static io.tenantry.app.UiLaps.fx;
import static io.tenantry.app.UiLaps.until;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/**
 * The live log in the whole console while real queries end at a rate: what the UI thread does, how
 * long it keeps others waiting, what was left out, and the heap that lives.
 */
final class LogTailBench {
  private static final int RATE = 5_000;
  private static final int TENANTS = 50;
  private static final int THREADS = 2;
  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final long BEAT_NANOS = 10_000_000;

  private final BenchConsole console;

  private LogTailBench(BenchConsole console) {
    this.console = console;
  }

  /**
   * Prints the figures.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("log-tail");
    Path data = work.resolve("data");
    try (SeededEngine engine = new SeededEngine(data)) {
      engine.fintech().empty("tenant", TENANTS);
    }
    try (BenchConsole console = BenchConsole.open(data, work)) {
      LogTailBench bench = new LogTailBench(console);
      bench.measure("local engine", console.local());
      bench.measure("server", console.server());
    }
    Platform.exit();
  }

  private void measure(String where, Connection connection) throws Exception {
    console.connect(console.local());
    Project engine = console.window().switchboard().current().get().orElseThrow().project();
    console.connect(connection);
    fx(
        () -> {
          console.window().navigator().go(ScreenRoute.LOGS);
          return true;
        });
    until(() -> console.window().isIdle() && console.scene().lookup(".live-switch") != null);
    live(true);
    double before = liveMegabytes();
    long ui = fx(() -> Thread.currentThread().threadId());
    long cpu = ManagementFactory.getThreadMXBean().getThreadCpuTime(ui);
    AtomicLong ran = new AtomicLong();
    long start = System.nanoTime();
    long slowest = slowestBeatUnderLoad(engine, ran);
    double seconds = (System.nanoTime() - start) / 1e9;
    long spent = ManagementFactory.getThreadMXBean().getThreadCpuTime(ui) - cpu;
    System.out.printf(
        "%s: %,.0f queries/s for %.0f s; UI thread %.0f ms of processor time a second, at most"
            + " %.0f ms until it did something else; %s; heap %.1f MB above before (%.0f MB)%n",
        where,
        ran.get() / seconds,
        seconds,
        spent / 1e6 / seconds,
        slowest / 1e6,
        fx(this::words),
        liveMegabytes() - before,
        before);
    live(false);
  }

  /** Asks the UI thread again and again while the queries run; returns the longest it took. */
  private static long slowestBeatUnderLoad(Project engine, AtomicLong ran) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int own = thread;
      threads.add(Thread.ofPlatform().start(() -> load(engine, own, over, ran)));
    }
    long start = System.nanoTime();
    long slowest = 0;
    while (System.nanoTime() - start < LENGTH.toNanos()) {
      long asked = System.nanoTime();
      fx(() -> true);
      slowest = Math.max(slowest, System.nanoTime() - asked);
      LockSupport.parkNanos(BEAT_NANOS);
    }
    over.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    return slowest;
  }

  private static void load(Project engine, int own, AtomicBoolean over, AtomicLong ran) {
    long start = System.nanoTime();
    long step = 1_000_000_000L * THREADS / RATE;
    for (long i = 0; !over.get(); i++) {
      TenantId tenant = new TenantId("tenant-%04d".formatted((i * THREADS + own) % TENANTS));
      engine
          .queries()
          .tenant(
              new TenantQuery(tenant, SeededEngine.FINTECH, "SELECT id FROM users WHERE id = 7"));
      ran.incrementAndGet();
      long early = start + i * step - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
      }
    }
  }

  private void live(boolean on) throws Exception {
    fx(
        () -> {
          ((ToggleButton) console.scene().lookup(".live-switch")).setSelected(on);
          return true;
        });
    until(console.window()::isIdle);
  }

  /** What the bar says. */
  private String words() {
    return console.scene().lookup(".live-words") instanceof Label label ? label.getText() : "";
  }

  private static double liveMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
