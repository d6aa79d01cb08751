package io.tenantry.app;

import static org.assertj.core.api.Assertions.fail;

import io.tenantry.app.navigation.ScreenRoute;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    System.gc(); // a caret of an earlier class blinks until its field is collected
    run(() -> scene.addPreLayoutPulseListener(() -> lastPulse = System.nanoTime()));
  }

  @ParameterizedTest
  @EnumSource
  void windowDrawsNothingWhileNothingHappens(ScreenRoute route) {
    visit(route);
    assertComesToRest(route.name());
  }

  @Test
  void whatAKeyClosedBlinksNoMore() {
    visit(ScreenRoute.WORKSPACES);
    push(KeyCode.CONTROL, KeyCode.K);
    settle();
    write("conn");
    push(KeyCode.ENTER);
    await(() -> app.isIdle() && lookup(".palette").tryQuery().isEmpty());
    assertComesToRest("what the palette went to");
  }

  private void assertComesToRest(String what) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE.toMillis(), TimeUnit.MILLISECONDS, () -> sinceLastPulse() > QUIET.toMillis());
    } catch (TimeoutException e) {
      fail("%s is still drawn; focus is on %s", what, fx(scene::getFocusOwner));
    }
  }

  private long sinceLastPulse() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastPulse);
  }
}
