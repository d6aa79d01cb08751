package io.tenantry.core.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.sqlite.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work that would wait longer than a second is refused; what is let in is done. */
final class LaneThreadsTest {
  private static final Path FILE = Path.of("one.db");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong();
  private final LaneThreads threads =
      new LaneThreads("test-", 1, 100, new ExpectedWait(Duration.ofSeconds(1), nanos::get));
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    threads.shutdown();
    threads.awaitEnd(System.nanoTime() + LONG.toNanos());
  }

  private void pass(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private static void refused(Runnable asking, int seconds) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(asking::run)
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
              assertThat(refusal.detail("retry_after_seconds")).contains("" + seconds);
            });
  }

  /** Keeps the only thread; returns when it has begun. */
  private Future<Boolean> hold() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<Boolean> held =
        threads.submit(
            () -> {
              begun.countDown();
              release.await();
              return true;
            });
    begun.await();
    return held;
  }

  @Test
  void theWaitIsWhatIsAheadTimesWhatWorkTakes() throws Exception {
    threads
        .submit(
            () -> {
              pass(400);
              return true;
            })
        .get();
    settled();
    hold();
    List<Future<String>> accepted =
        List.of(
            threads.submit(() -> "first"),
            threads.submit(() -> "second"),
            threads.submit(() -> "third"));

    refused(() -> threads.submit(() -> "fourth"), 2);
    Future<String> next = threads.goOn(() -> "goes on");

    release.countDown();
    assertThat(accepted).extracting(Future::get).containsExactly("first", "second", "third");
    assertThat(next.get()).isEqualTo("goes on");
    settled();
    assertThat(threads.submit(() -> "again").get()).isEqualTo("again");
  }

  /** What a piece took is known a moment after its result. */
  private void settled() {
    while (threads.running() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whileNothingEndsTheFirstInLineTellsTheWait() throws Exception {
    hold();
    Future<String> first = threads.submit(() -> "first");
    pass(900);
    Future<String> second = threads.submit(() -> "second");
    pass(200);

    refused(() -> threads.submit(() -> "third"), 2);

    release.countDown();
    assertThat(List.of(first.get(), second.get())).containsExactly("first", "second");
  }

  @Test
  void aDatabaseRefusesWhatWouldWaitForItsShareWhileOthersGoOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    try (Lanes lanes = new Lanes(new LaneSizes(4, 1, 100), nanos::get);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        callers.submit(() -> lanes.statement(FILE, Deadline.in(LONG), () -> held(begun), () -> {}));
      }
      begun.await();
      Future<String> waits =
          callers.submit(() -> lanes.statement(FILE, Deadline.in(LONG), () -> "waited", () -> {}));
      while (lanes.waiting(Lane.FAST) == 0) {
        Thread.onSpinWait();
      }
      pass(1001);

      Future<?> late =
          callers.submit(
              () ->
                  refused(
                      () -> lanes.statement(FILE, Deadline.in(LONG), () -> "late", () -> {}), 2));
      late.get();
      Path other = Path.of("other.db");
      assertThat(
              callers
                  .submit(() -> lanes.statement(other, Deadline.in(LONG), () -> "ok", () -> {}))
                  .get())
          .isEqualTo("ok");
      release.countDown();
      assertThat(waits.get()).isEqualTo("waited");
    }
  }

  @Test
  void aReaderThatWouldWaitTooLongForOthersIsRefused() throws Exception {
    Semaphore permits = new Semaphore(1);
    ReaderLine line = new ReaderLine(permits, 1, new ExpectedWait(Lanes.FAST_WAIT, nanos::get));
    Runnable first = line.take(Deadline.in(LONG), permits::release);
    pass(600);
    first.run();
    Runnable held = line.take(Deadline.in(LONG), permits::release);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int waiting = 1; waiting <= 2; waiting++) {
        callers.submit(() -> line.take(Deadline.in(LONG), permits::release).run());
        while (line.waiting() < waiting) {
          Thread.onSpinWait();
        }
      }

      refused(() -> line.take(Deadline.in(LONG), permits::release), 2);

      held.run();
    }
    line.take(Deadline.in(LONG), permits::release).run();
  }

  private String held(CountDownLatch begun) {
    begun.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "held";
  }
}
