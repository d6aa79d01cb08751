package io.tenantry.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sharing out lists over a few threads. */
class WorkerPoolTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 1000).boxed().toList();

  @Test
  void keepsTheOrderOfTheItems() {
    try (WorkerPool pool = new WorkerPool("test", 4)) {
      assertThat(pool.map(NUMBERS, number -> -number))
          .containsExactlyElementsOf(NUMBERS.stream().map(number -> -number).toList());
      assertThat(pool.map(List.of(), number -> number)).isEmpty();
    }
  }

  @Test
  void neverWorksOnMoreThanItsSize() {
    AtomicInteger now = new AtomicInteger();
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    try (WorkerPool pool = new WorkerPool("test", 3)) {
      pool.map(
          NUMBERS,
          number -> {
            seen.add(now.incrementAndGet());
            Thread.yield();
            return now.decrementAndGet();
          });
    }
    assertThat(seen).isSubsetOf(1, 2, 3);
  }

  @Test
  void throwsWhatTheWorkThrewAndStartsNoMore() {
    AtomicInteger started = new AtomicInteger();
    try (WorkerPool pool = new WorkerPool("test", 1)) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  pool.map(
                      NUMBERS,
                      number -> {
                        if (started.incrementAndGet() == 5) {
                          throw new IllegalStateException("five");
                        }
                        return number;
                      }))
          .withMessage("five");
    }
    assertThat(started).hasValue(5);
  }

  @Test
  void closingEndsThoseWhoWait() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    WorkerPool pool = new WorkerPool("test", 1);
    Thread closer =
        Thread.ofPlatform()
            .start(
                () -> {
                  awaitQuietly(inside);
                  pool.close();
                });

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                pool.map(
                    NUMBERS,
                    number -> {
                      inside.countDown();
                      joinQuietly(closer);
                      return number;
                    }));
    closer.join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
