package io.tenantry.app;

import static org.assertj.core.api.Assertions.fail;

import io.tenantry.app.navigation.Route;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A window in which nothing happens draws nothing. What moves by itself asks for sixty pulses a
 * second, so a short time without one is enough; {@code -Didle.millis} asks for a longer one.
 */
class IdleTest extends FilledConsoleTest {
  private static final Duration QUIET = Duration.ofMillis(Integer.getInteger("idle.millis", 1_000));
  private static final Duration PATIENCE = QUIET.multipliedBy(3).plusSeconds(12);

  private volatile long lastPulse = System.nanoTime();

  @BeforeAll
  void listen() {
    run(() -> scene.addPreLayoutPulseListener(() -> lastPulse = System.nanoTime()));
  }

  @ParameterizedTest
  @EnumSource
  void windowDrawsNothingWhileNothingHappens(Route route) {
    visit(route);
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE.toMillis(), TimeUnit.MILLISECONDS, () -> sinceLastPulse() > QUIET.toMillis());
    } catch (TimeoutException e) {
      fail("%s is still drawn; focus is on %s", route, fx(scene::getFocusOwner));
    }
  }

  private long sinceLastPulse() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastPulse);
  }
}
