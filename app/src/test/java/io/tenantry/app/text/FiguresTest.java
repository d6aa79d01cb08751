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
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "0.826 | 0.83",
        "82.55 | 82.5",
        "999 | 999",
        "1240 | 1,240",
        "9999 | 9,999",
        "12400 | 12.4k",
        "124400 | 124k",
        "999600 | 1M",
        "1240000 | 1.24M",
        "-12400 | -12.4k",
        "3500000000 | 3.5G"
      })
  void numbersOnChartsHaveThreeSignificantDigits(double number, String expected) {
    assertThat(Figures.compact(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "0.04, 0.04 ms",
    "0.8, 0.8 ms",
    "12.3, 12 ms",
    "999.7, 1 s",
    "1240, 1.2 s",
    "59960, 1 min",
    "180000, 3 min",
    "3600000, 1 h",
    "5400000, 1.5 h"
  })
  void timesOnChartsHaveOneUnit(double millis, String expected) {
    assertThat(Figures.milliseconds(millis)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"10, just now", "180, 3 min ago", "7200, 2 h ago", "172800, 2 d ago"})
  void instantsAreWrittenAsTheirDistance(long seconds, String expected) {
    assertThat(Figures.ago(NOW.minusSeconds(seconds), NOW)).isEqualTo(expected);
  }

  @Test
  void whatIsToldAtDifferentMomentsOfAStepAgrees() {
    Instant told = NOW.minusSeconds(85);
    for (int later = 0; later < 15; later++) {
      assertThat(Figures.ago(told, NOW.plusSeconds(later))).isEqualTo(Figures.ago(told, NOW));
    }
    assertThat(Figures.untilNextStep(NOW.plusSeconds(4))).isEqualTo(Duration.ofSeconds(11));
    assertThat(Figures.untilNextStep(NOW)).isEqualTo(Duration.ofSeconds(15));
    assertThat(Figures.ago(NOW.plusSeconds(12), NOW.plusSeconds(13))).isEqualTo("just now");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.0033, < 1 %", "0.42, 42 %", "0.9967, > 99 %", "1, 100 %", "1.7, 170 %"})
  void aShareIsNotAllOrNoneWhenSomeAreLeft(double share, String expected) {
    assertThat(Figures.percent(share)).isEqualTo(expected);
  }

  @Test
  void countsAgreeWithTheirNoun() {
    assertThat(Figures.count(1, "tenant", "tenants")).isEqualTo("1 tenant");
    assertThat(Figures.count(100_412, "tenant", "tenants")).isEqualTo("100,412 tenants");
  }
}
