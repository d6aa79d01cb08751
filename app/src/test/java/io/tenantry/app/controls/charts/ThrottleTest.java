package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final AtomicInteger runs = new AtomicInteger();
  private final Throttle throttle = new Throttle(tasks, runs::incrementAndGet);

  @Test
  void theFirstComesAtOnceAndAllThatFollowAreOneAfterTheRest() {
    throttle.ask();
    throttle.ask();
    throttle.ask();
    assertThat(runs).hasValue(1);
    tasks.tick();
    assertThat(runs).hasValue(2);
  }

  @Test
  void withoutAskingNothingRuns() {
    throttle.ask();
    tasks.tick();
    tasks.tick();
    assertThat(runs).hasValue(1);
  }
}
