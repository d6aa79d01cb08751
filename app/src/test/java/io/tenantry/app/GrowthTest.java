package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A console that is used for long holds no more than one that was just opened. The suite goes
 * through all screens a few times; {@code -Dgrowth.rounds=46} makes it 500 changes.
 */
class GrowthTest extends FilledConsoleTest {
  private static final int WARM_ROUNDS = 3;
  private static final int ROUNDS = Integer.getInteger("growth.rounds", 8);
  private static final long SLACK_BYTES = 2_000_000;

  @Test
  @Timeout(900)
  void screenChangesLeaveNothingBehind() {
    visitAll(WARM_ROUNDS);
    LiveObjects before = LiveObjects.count();
    visitAll(ROUNDS);
    LiveObjects after = LiveObjects.count();
    System.out.printf("Heap before and after: %,d, %,d%n", before.bytes(), after.bytes());
    assertThat(after.ofScreensGrownSince(before, ROUNDS)).as("more with every round").isEmpty();
    assertThat(after.bytes() - before.bytes()).as("bytes").isLessThan(SLACK_BYTES);
  }

  private void visitAll(int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (ScreenRoute route : ScreenRoute.values()) {
        if (route == ScreenRoute.QUERY) {
          visit(Place.of(route)); // a query of its own would be one more tab, which is kept
        } else {
          visit(route);
        }
      }
    }
  }
}
