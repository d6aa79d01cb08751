package io.tenantry.core.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LanesTest {
  private final Lanes lanes = new Lanes(new LaneSizes(2, 1, 2));

  @AfterEach
  void close() {
    lanes.close();
  }

  @Test
  void workRunsOnNamedPlatformThreads() {
    assertThat(lanes.call(Lane.FAST, () -> Thread.currentThread().getName()))
        .startsWith("database-fast-");
    assertThat(lanes.call(Lane.SLOW, () -> Thread.currentThread().isVirtual())).isFalse();
    assertThat(lanes.call(Lane.SLOW, () -> Thread.currentThread().isDaemon())).isTrue();
  }

  @Test
  void errorsComeBackAsTheyAre() {
    EngineException error = EngineException.notFound("Tenant not found: x");
    assertThatThrownBy(
            () ->
                lanes.call(
                    Lane.FAST,
                    () -> {
                      throw error;
                    }))
        .isSameAs(error);
  }

  @Test
  void workMayCallTheLaneItRunsIn() {
    assertThat(lanes.call(Lane.SLOW, () -> lanes.call(Lane.SLOW, () -> "inner")))
        .isEqualTo("inner");
  }

  @Test
  void fullQueueIsRateLimitedAndTheOtherLaneGoesOn() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> busy = callers.submit(() -> lanes.call(Lane.SLOW, () -> hold(running, release)));
      running.await();
      List<Future<?>> queued = new ArrayList<>();
      while (lanes.waiting(Lane.SLOW) < 2) {
        queued.add(callers.submit(() -> lanes.call(Lane.SLOW, () -> hold(running, release))));
        awaitQueued(queued.size());
      }
      assertThatThrownBy(() -> lanes.call(Lane.SLOW, () -> "refused"))
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                assertThat(e.details()).containsEntry("retry_after_seconds", 1);
              });
      assertThat(lanes.call(Lane.FAST, () -> "served")).isEqualTo("served");
      assertThat(lanes.running(Lane.SLOW)).isOne();
      release.countDown();
      assertThat(busy).succeedsWithin(java.time.Duration.ofSeconds(30));
    }
  }

  private void awaitQueued(int count) {
    while (lanes.waiting(Lane.SLOW) < count) {
      Thread.onSpinWait();
    }
  }

  private static boolean hold(CountDownLatch running, CountDownLatch release) {
    running.countDown();
    try {
      release.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void interruptedCallerStopsWaiting() throws InterruptedException, ExecutionException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newSingleThreadExecutor()) {
      Future<ErrorCode> outcome =
          callers.submit(
              () -> {
                Thread.currentThread().interrupt();
                try {
                  lanes.call(Lane.FAST, () -> hold(running, release));
                  throw new AssertionError("not interrupted");
                } catch (EngineException e) {
                  assertThat(Thread.interrupted()).isTrue();
                  return e.code();
                }
              });
      assertThat(outcome.get()).isEqualTo(ErrorCode.CONFLICT);
    }
  }
}
