package io.tenantry.app;

import io.tenantry.app.start.Ring;
import io.tenantry.themes.Popups;
import io.tenantry.themes.Themes;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Runs the console from the start of the toolkit until the last window is closed. */
final class ConsoleRun {
  private final Folders folders;
  private final boolean exitAfterStart;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private final AtomicInteger code = new AtomicInteger();
  private @Nullable OpenWindows windows;

  ConsoleRun(Folders folders, boolean exitAfterStart) {
    this.folders = folders;
    this.exitAfterStart = exitAfterStart;
  }

  /** Runs the console; returns the exit code of the program. */
  int run() throws InterruptedException {
    if (!WindowToolkit.start(this::open)) {
      return 1;
    }
    closed.await();
    Platform.exit();
    return code.get();
  }

  /** Answers a second start, as soon as there are windows; any thread but the window's. */
  void rang(Ring ring) {
    try {
      opened.await();
      Platform.runLater(() -> windows().answer(ring));
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says in a window of its own that another console runs and does not answer. */
  void tellSilent(Optional<Long> pid) throws InterruptedException {
    if (WindowToolkit.start(
        () -> new SilentWindow(folders.config(), pid, closed::countDown).show())) {
      closed.await();
      Platform.exit();
    }
  }

  private OpenWindows windows() {
    return Objects.requireNonNull(windows);
  }

  private void open() {
    Themes.loadFonts();
    Popups.fitToScreen();
    Console console = new Console(folders, Main.Versions.current());
    Thread.setDefaultUncaughtExceptionHandler(console.uncaught());
    OpenWindows windows = new OpenWindows(console, closed::countDown);
    this.windows = windows;
    opened.countDown();
    List<WindowStage> restored = windows.restore();
    if (exitAfterStart) {
      measure(restored.getFirst(), windows);
    } else {
      windows.start(restored);
    }
    restored.forEach(WindowStage::show);
  }

  private void measure(WindowStage window, OpenWindows windows) {
    Runnable end = () -> new SecondFrame(() -> measured(windows)).start();
    window.start(
        error -> {
          System.err.println(error.message());
          code.set(1);
          end.run();
        });
    window.content().switchboard().current().subscribe(open -> open.ifPresent(_ -> end.run()));
  }

  private static void measured(OpenWindows windows) {
    // Not the process's own start: a machine that slept or was moved tells it seconds wrong.
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println("Window after " + (System.currentTimeMillis() - started) + " ms");
    windows.quit();
  }

  /** Acts when the second frame has been drawn. */
  private static final class SecondFrame extends AnimationTimer {
    private final Runnable action;
    private int frames;

    SecondFrame(Runnable action) {
      this.action = action;
    }

    @Override
    public void handle(long now) {
      frames++;
      if (frames == 3) {
        stop();
        Platform.runLater(action);
      }
    }
  }
}
