package io.tenantry.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.databases.LaneThreads;
import io.tenantry.wire.ErrorBody;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** The threads that the server really has, as few of them as a test wants. */
  private record Few(LaneThreads threads) implements Workers {
    static Few of(int threads, int queue) {
      return new Few(new LaneThreads("few-", threads, queue, LONGEST));
    }

    @Override
    public <T> Future<T> submit(Callable<T> work) {
      return threads.submit(work);
    }

    @Override
    public void shutdown() {
      threads.shutdown();
    }

    @Override
    public void awaitEnd() {
      threads.awaitEnd(System.nanoTime() + LONGEST.toNanos());
    }
  }

  @Test
  void aFullLaneAsksToComeBack() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Few slow = Few.of(1, 1);
    try (Lanes lanes = new Lanes(Few.of(1, 1), slow);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(
          () ->
              lanes.call(
                  Lane.SLOW,
                  () -> {
                    busy.countDown();
                    release.await();
                    return 1;
                  }));
      busy.await();
      callers.submit(() -> lanes.call(Lane.SLOW, () -> 2));
      EngineException full = refusalOnceQueued(lanes, slow);

      assertThat(full.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(full.detail("retry_after_seconds")).contains("1");
      assertThat(ErrorMapper.reply(full, "GET /", ErrorBody::of).headers())
          .containsEntry("Retry-After", "1");
      assertThat(lanes.<Integer>call(Lane.FAST, () -> 3)).as("other lanes go on").isEqualTo(3);
      assertThat(lanes.<Integer>call(Lane.CALLER, () -> 4)).as("health as well").isEqualTo(4);
      release.countDown();
    }
  }

  @Test
  void workRunsOnPlatformThreadsAndFailsAsItself() throws Exception {
    try (Lanes lanes = new Lanes(Few.of(1, 1), Few.of(1, 1))) {
      assertThat(lanes.<Boolean>call(Lane.SLOW, () -> Thread.currentThread().isVirtual()))
          .isFalse();
      assertThatThrownBy(
              () ->
                  lanes.call(
                      Lane.FAST,
                      () -> {
                        throw new IOException("gone");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
    }
  }

  /** The second call is queued by another thread; until it is, a third one would be queued too. */
  private static EngineException refusalOnceQueued(Lanes lanes, Few slow) {
    while (slow.threads().waiting() == 0) {
      Thread.onSpinWait();
    }
    try {
      lanes.call(Lane.SLOW, () -> 9);
    } catch (EngineException full) {
      return full;
    } catch (Exception other) {
      throw new AssertionError(other);
    }
    throw new AssertionError("not full");
  }
}
