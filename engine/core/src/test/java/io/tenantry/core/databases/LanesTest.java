package io.tenantry.core.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LanesTest {
  private final Lanes lanes = new Lanes(new LaneSizes(2, 1, 2));

  private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    virtual.close();
    lanes.close();
  }

  private <T> T callFromVirtual(Lane lane, Supplier<T> work)
      throws InterruptedException, ExecutionException {
    return virtual.submit(() -> lanes.call(lane, work)).get();
  }

  @Test
  void workOfVirtualThreadsRunsOnNamedPlatformThreads()
      throws InterruptedException, ExecutionException {
    assertThat(callFromVirtual(Lane.FAST, () -> Thread.currentThread().getName()))
        .startsWith("database-fast-");
    assertThat(callFromVirtual(Lane.SLOW, () -> Thread.currentThread().isVirtual())).isFalse();
    assertThat(callFromVirtual(Lane.SLOW, () -> Thread.currentThread().isDaemon())).isTrue();
  }

  @Test
  void platformThreadsWorkWhereTheyAre() {
    assertThat(lanes.call(Lane.SLOW, Thread::currentThread)).isSameAs(Thread.currentThread());
  }

  @Test
  void errorsComeBackAsTheyAre() {
    EngineException error = EngineException.notFound("Tenant not found: x");
    assertThatThrownBy(
            () ->
                callFromVirtual(
                    Lane.FAST,
                    () -> {
                      throw error;
                    }))
        .hasCause(error);
  }

  @Test
  void workMayCallTheLaneItRunsIn() throws InterruptedException, ExecutionException {
    assertThat(callFromVirtual(Lane.SLOW, () -> lanes.call(Lane.SLOW, () -> "inner")))
        .isEqualTo("inner");
  }

  @Test
  void fullQueueIsRateLimitedAndTheOtherLaneGoesOn()
      throws InterruptedException, ExecutionException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(1);
    Future<Boolean> busy =
        virtual.submit(() -> lanes.call(Lane.SLOW, () -> hold(running, release)));
    running.await();
    for (int queued = 1; queued <= 2; queued++) {
      virtual.submit(() -> lanes.call(Lane.SLOW, () -> hold(running, release)));
      awaitQueued(queued);
    }
    assertThatThrownBy(() -> callFromVirtual(Lane.SLOW, () -> "refused"))
        .cause()
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
              assertThat(e.details()).containsEntry("retry_after_seconds", 1);
            });
    assertThat(callFromVirtual(Lane.FAST, () -> "served")).isEqualTo("served");
    assertThat(lanes.running(Lane.SLOW)).isOne();
    release.countDown();
    assertThat(busy.get()).isTrue();
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
    Future<ErrorCode> outcome =
        virtual.submit(
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
