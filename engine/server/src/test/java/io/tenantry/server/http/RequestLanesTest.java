package io.tenantry.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.wire.ErrorBody;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RequestLanesTest {
  @Test
  void aFullLaneAsksToComeBack() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (RequestLanes lanes =
            RequestLanes.of(
                Map.of(
                    RequestLane.QUERY,
                    new RequestLanes.Size(1, 1),
                    RequestLane.FAST,
                    new RequestLanes.Size(1, 1)));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(
          () ->
              lanes.call(
                  RequestLane.QUERY,
                  () -> {
                    busy.countDown();
                    release.await();
                    return 1;
                  }));
      busy.await();
      callers.submit(() -> lanes.call(RequestLane.QUERY, () -> 2));
      EngineException full = refusalOnceQueued(lanes);

      assertThat(full.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(full.details()).containsEntry("retry_after_seconds", 1);
      assertThat(ErrorMapper.reply(full, "GET /", ErrorBody::of).headers())
          .containsEntry("Retry-After", "1");
      assertThat(lanes.<Integer>call(RequestLane.FAST, () -> 3))
          .as("other lanes go on")
          .isEqualTo(3);
      release.countDown();
    }
  }

  @Test
  void workRunsOnPlatformThreadsAndFailsAsItself() throws Exception {
    try (RequestLanes lanes = RequestLanes.standard()) {
      assertThat(lanes.<Boolean>call(RequestLane.SLOW, () -> Thread.currentThread().isVirtual()))
          .isFalse();
      assertThatThrownBy(
              () ->
                  lanes.call(
                      RequestLane.FAST,
                      () -> {
                        throw new IOException("gone");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
    }
  }

  /** The second call is queued by another thread; until it is, a third one would be queued too. */
  private static EngineException refusalOnceQueued(RequestLanes lanes) {
    while (lanes.waiting(RequestLane.QUERY) == 0) {
      Thread.onSpinWait();
    }
    try {
      lanes.call(RequestLane.QUERY, () -> 9);
    } catch (EngineException full) {
      return full;
    } catch (Exception other) {
      throw new AssertionError(other);
    }
    throw new AssertionError("not full");
  }
}
