package io.tenantry.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DateHeaderTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-30T18:05:41.999Z"));
  private final DateHeader date = new DateHeader(now::get);

  @Test
  void itFollowsTheClockForthAndBack() {
    assertThat(date.now()).isEqualTo("Mon, 30 Nov 2026 18:05:41 GMT");

    now.updateAndGet(time -> time.plus(Duration.ofDays(40)));
    assertThat(date.now()).isEqualTo("Sat, 9 Jan 2027 18:05:41 GMT");

    now.updateAndGet(time -> time.minus(Duration.ofDays(40)).plusMillis(1));
    assertThat(date.now()).isEqualTo("Mon, 30 Nov 2026 18:05:42 GMT");
  }
}
