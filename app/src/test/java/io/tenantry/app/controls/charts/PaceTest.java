package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final AtomicInteger runs = new AtomicInteger();
  private final Pace pace = new Pace(tasks, runs::incrementAndGet);

  @Test
  void theFirstComesAtOnceAndAllThatFollowAreOneAfterTheRest() {
    pace.ask();
    pace.ask();
    pace.ask();
    assertThat(runs).hasValue(1);
    tasks.tick();
    assertThat(runs).hasValue(2);
  }

  @Test
  void withoutAskingNothingRuns() {
    pace.ask();
    tasks.tick();
    tasks.tick();
    assertThat(runs).hasValue(1);
  }
}
