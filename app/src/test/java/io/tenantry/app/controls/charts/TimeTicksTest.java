package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void anHourHasTicksAtRoundMinutesAndNamesItsDayOnce() {
    List<String> texts = texts("2027-03-03T09:07:00Z", Duration.ofHours(1), 600, ZoneOffset.UTC);
    assertThat(texts).containsExactly("3 Mar 09:10", "09:20", "09:30", "09:40", "09:50", "10:00");
  }

  @Test
  void midnightCarriesTheDay() {
    List<String> texts = texts("2027-03-03T18:00:00Z", Duration.ofHours(12), 520, ZoneOffset.UTC);
    assertThat(texts).containsExactly("18:00", "20:00", "22:00", "4 Mar", "02:00", "04:00");
  }

  @Test
  void ticksAreRoundWhereTheUserLivesAlsoWhenClocksAreChanged() {
    TimeRange day = range("2027-03-28T00:00:00Z", Duration.ofHours(12));
    for (TimeTicks.Tick tick : TimeTicks.of(day, 500, BERLIN)) {
      assertThat(Instant.ofEpochMilli(tick.at()).atZone(BERLIN).getMinute()).isZero();
    }
    assertThat(texts("2027-03-28T00:30:00Z", Duration.ofHours(3), 400, BERLIN))
        .containsExactly("28 Mar 03:00", "04:00", "05:00");
  }

  @Test
  void aMonthHasDaysAndAYearHasMonths() {
    assertThat(texts("2027-03-01T00:00:00Z", Duration.ofDays(30), 500, ZoneOffset.UTC))
        .containsExactly("1 Mar", "8 Mar", "15 Mar", "22 Mar", "29 Mar");
    assertThat(texts("2027-01-15T00:00:00Z", Duration.ofDays(365), 500, ZoneOffset.UTC))
        .containsExactly("Apr 2027", "Jul 2027", "Oct 2027", "Jan 2028");
  }

  @Test
  void labelsNeverTouch() {
    TimeRange range = range("2027-03-03T09:07:00Z", Duration.ofDays(1));
    for (double width : new double[] {90, 200, 433, 1400}) {
      List<TimeTicks.Tick> ticks = TimeTicks.of(range, width, ZoneOffset.UTC);
      for (int at = 1; at < ticks.size(); at++) {
        double apart = (ticks.get(at).at() - ticks.get(at - 1).at()) * width / range.length();
        assertThat(apart).as("%s at %s", ticks, width).isGreaterThanOrEqualTo(80);
      }
    }
  }

  private static List<String> texts(String from, Duration length, double width, ZoneId zone) {
    return TimeTicks.of(range(from, length), width, zone).stream()
        .map(TimeTicks.Tick::text)
        .toList();
  }

  private static TimeRange range(String from, Duration length) {
    Instant begin = Instant.parse(from);
    return TimeRange.between(begin, begin.plus(length));
  }
}
