package io.tenantry.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1 kB",
    "12400000, 12.4 MB",
    "999499, 999 kB",
    "999500, 1 MB",
    "365000, 365 kB"
  })
  void sizesHaveTheirUnit(long bytes, String expected) {
    assertThat(Figures.size(bytes)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"400000, 0.4 ms", "12300000000, 12.3 s", "185000000000, 3 min 5 s"})
  void durationsHaveTheUnitThatFits(long nanos, String expected) {
    assertThat(Figures.duration(Duration.ofNanos(nanos))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"10, just now", "180, 3 min ago", "7200, 2 h ago", "172800, 2 d ago"})
  void instantsAreWrittenAsTheirDistance(long seconds, String expected) {
    assertThat(Figures.ago(NOW.minusSeconds(seconds), NOW)).isEqualTo(expected);
  }

  @Test
  void countsAgreeWithTheirNoun() {
    assertThat(Figures.count(1, "tenant", "tenants")).isEqualTo("1 tenant");
    assertThat(Figures.count(100_412, "tenant", "tenants")).isEqualTo("100,412 tenants");
  }
}
