package io.tenantry.core.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.sqlite.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work that cannot be stopped, and what others feel of it. */
class BulkheadsTest {
  private static final Path STUCK = Path.of("stuck.db");
  private static final Path OTHER = Path.of("other.db");
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Lanes lanes = new Lanes(new LaneSizes(4, 1, 64));
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() {
    end.countDown();
    callers.close();
    lanes.close();
  }

  private <T> Future<T> call(Path database, Duration time, Supplier<T> work) {
    return callers.submit(() -> lanes.statement(database, Deadline.in(time), work, () -> {}));
  }

  /** Takes no notice of anything until the test says so, as SQLite inside a long function. */
  private String stuck() {
    boolean over = false;
    while (!over) {
      try {
        end.await();
        over = true;
      } catch (InterruptedException _) {
        over = false; // a long function does not look at it
      }
    }
    return "late";
  }

  private static EngineException error(Future<?> call) throws InterruptedException {
    try {
      throw new AssertionError("it answered " + call.get());
    } catch (ExecutionException e) {
      return (EngineException) e.getCause();
    }
  }

  @Test
  void whatCannotBeStoppedIsGivenUpAndItsThreadReplaced() throws Exception {
    EngineException error = error(call(STUCK, SOON, this::stuck));

    assertThat(error.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(error.message()).isEqualTo("query failed: timeout after 50ms");
    assertThat(Lanes.isGivenUp(error)).isTrue();
    assertThat(lanes.held()).isEqualTo(1);
    assertThat(lanes.givenUp()).isEqualTo(1);
    end.countDown();
    while (lanes.held() > 0) {
      Thread.onSpinWait();
    }
    assertThat(call(STUCK, LONG, () -> "again").get()).isEqualTo("again");
  }

  @Test
  void aDatabaseHasItsShareOfTheThreadsOnly() throws Exception {
    List<Future<String>> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(call(STUCK, LONG, this::stuck));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(call(OTHER, LONG, () -> "quick").get()).isEqualTo("quick");
    }
    end.countDown();
    for (Future<String> each : many) {
      assertThat(each.get()).isEqualTo("late");
    }
    assertThat(lanes.held()).isZero();
  }

  @Test
  void whileOneIsHeldItsDatabaseRunsOneAtATimeAndInTheEndNone() throws Exception {
    assertThat(Lanes.isGivenUp(error(call(STUCK, SOON, this::stuck)))).isTrue();
    assertThat(call(STUCK, LONG, () -> "one").get()).isEqualTo("one");
    CountDownLatch inside = new CountDownLatch(1);
    Future<String> second =
        call(
            STUCK,
            Duration.ofSeconds(1),
            () -> {
              inside.countDown();
              return stuck();
            });
    inside.await();
    assertThat(error(call(STUCK, SOON, () -> "beside it")).conflictKind())
        .contains(ConflictKind.BUSY);
    assertThat(Lanes.isGivenUp(error(second))).isTrue();

    EngineException none = error(call(STUCK, LONG, () -> "never"));
    assertThat(none.detail("reason")).contains("statements_held");
    assertThat(call(OTHER, LONG, () -> "quick").get()).isEqualTo("quick");
    assertThat(lanes.held()).isEqualTo(2);
  }

  @Test
  void closingDoesNotWaitForWhatIsHeld() throws Exception {
    error(call(STUCK, SOON, this::stuck));
    long start = System.nanoTime();

    lanes.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void errorsOfTheWorkComeBackAsTheyAre() {
    EngineException error = EngineException.notFound("Tenant not found: x");
    assertThatThrownBy(
            () ->
                call(
                        OTHER,
                        LONG,
                        () -> {
                          throw error;
                        })
                    .get())
        .hasCause(error);
  }
}
