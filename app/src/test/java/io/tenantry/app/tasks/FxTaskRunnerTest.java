package io.tenantry.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FxTaskRunnerTest extends FxTest {
  private static final int MORE_THAN_THREADS = 20;

  private final FxTaskRunner tasks = new FxTaskRunner();
  private final ConcurrentLinkedQueue<Integer> done = new ConcurrentLinkedQueue<>();

  @Test
  void whatStillWaitsWhenItIsClosedIsNotUnderWay() {
    CountDownLatch held = new CountDownLatch(1);
    IntStream.range(0, MORE_THAN_THREADS)
        .forEach(
            number ->
                tasks
                    .call(
                        "held " + number,
                        () -> {
                          held.await();
                          return done.add(number);
                        })
                    .start());
    assertThat(tasks.isIdle()).isFalse();

    tasks.close();
    held.countDown();

    await(tasks::isIdle);
    assertThat(done).as("calls that had begun").hasSizeLessThan(MORE_THAN_THREADS);
  }
}
