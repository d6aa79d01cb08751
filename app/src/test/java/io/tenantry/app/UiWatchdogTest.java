package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.app.fx.FxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UiWatchdogTest {
  private static final long MUCH = TimeUnit.MILLISECONDS.toNanos(400);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private UiWatchdog watchdog;

  @BeforeAll
  void startWatching() throws Exception {
    FxToolkit.registerPrimaryStage();
    watchdog = new UiWatchdog();
  }

  @AfterAll
  void endWatching() {
    watchdog.close();
  }

  @Test
  void workOfOurCodeOnTheUiThreadIsNamedWithItsStack() {
    onUiThread(() -> FxThread.run(UiWatchdogTest::work));
    assertThatThrownBy(this::check)
        .hasMessageContaining("io.tenantry.app.fx.FxThread.run")
        .hasMessageContaining("held the UI thread for")
        .hasMessageContaining("at io.tenantry.app.UiWatchdogTest.work");
  }

  @Test
  void waitingOfOurCodeOnTheUiThreadCountsAsWell() {
    onUiThread(() -> FxThread.run(UiWatchdogTest::waitForNothing));
    assertThatThrownBy(this::check).hasMessageContaining("io.tenantry.app.fx.FxThread.run");
  }

  @Test
  void workOfOthersDoesNotCount() {
    onUiThread(UiWatchdogTest::work);
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void check() {
    watchdog.awaitBeats(2);
    watchdog.check("here");
  }

  private static void onUiThread(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(
        15_000,
        () -> {
          work.run();
          return true;
        });
  }

  private static void work() {
    long end = THREADS.getCurrentThreadCpuTime() + MUCH;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void waitForNothing() {
    try {
      assertThat(new CountDownLatch(1).await(MUCH, TimeUnit.NANOSECONDS)).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
