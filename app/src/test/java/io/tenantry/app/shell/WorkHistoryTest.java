package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TrackedWork;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WorkHistoryTest {
  private static final RunningWork.Home HOME =
      new RunningWork.Home() {
        @Override
        public void open() {}

        @Override
        public boolean isLookedAt() {
          return false;
        }
      };

  private final WorkHistory history = new WorkHistory();

  private static Job job(String id, boolean ended) {
    return new Job(id, "Query", "", OptionalDouble.empty(), 0, ended);
  }

  @Test
  void workKeepsItsBeginningAndGetsItsEndOnce() {
    history.show(job("a", false), HOME);
    TrackedWork first = history.all().getFirst();
    history.show(job("a", false), HOME);
    history.ended(job("a", true), HOME);
    history.dropped("a");

    assertThat(history.all()).hasSize(1);
    TrackedWork last = history.all().getFirst();
    assertThat(last.startedAt()).isEqualTo(first.startedAt());
    assertThat(last.endedAt()).isPresent();
    assertThat(last.isStopped()).isFalse();
  }

  @Test
  void whatIsDroppedWhileItGoesOnWasStopped() {
    history.show(job("a", false), HOME);
    history.dropped("a");
    history.dropped("b");

    assertThat(history.all()).hasSize(1);
    assertThat(history.all().getFirst().isStopped()).isTrue();
  }

  @Test
  void theOldestIsForgotten() {
    for (int number = 0; number < 130; number++) {
      history.show(job("job-" + number, false), HOME);
      history.ended(job("job-" + number, true), HOME);
    }

    assertThat(history.all()).hasSize(100);
    assertThat(history.all().getFirst().job().id()).isEqualTo("job-129");
  }
}
