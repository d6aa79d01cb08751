package io.tenantry.app.controls.charts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A step that people read on a clock or a calendar. Its instants are round where the user lives,
 * also on the days on which clocks are put forward or back.
 *
 * @param amount how many units
 * @param unit seconds to months
 */
record ClockStep(int amount, ChronoUnit unit) {
  private static final List<ClockStep> ALL =
      List.of(
          new ClockStep(1, ChronoUnit.SECONDS),
          new ClockStep(5, ChronoUnit.SECONDS),
          new ClockStep(15, ChronoUnit.SECONDS),
          new ClockStep(30, ChronoUnit.SECONDS),
          new ClockStep(1, ChronoUnit.MINUTES),
          new ClockStep(2, ChronoUnit.MINUTES),
          new ClockStep(5, ChronoUnit.MINUTES),
          new ClockStep(10, ChronoUnit.MINUTES),
          new ClockStep(15, ChronoUnit.MINUTES),
          new ClockStep(30, ChronoUnit.MINUTES),
          new ClockStep(1, ChronoUnit.HOURS),
          new ClockStep(2, ChronoUnit.HOURS),
          new ClockStep(3, ChronoUnit.HOURS),
          new ClockStep(6, ChronoUnit.HOURS),
          new ClockStep(12, ChronoUnit.HOURS),
          new ClockStep(1, ChronoUnit.DAYS),
          new ClockStep(2, ChronoUnit.DAYS),
          new ClockStep(7, ChronoUnit.DAYS),
          new ClockStep(14, ChronoUnit.DAYS),
          new ClockStep(1, ChronoUnit.MONTHS),
          new ClockStep(3, ChronoUnit.MONTHS),
          new ClockStep(12, ChronoUnit.MONTHS));

  /** Returns the shortest step that is at least this long. */
  static ClockStep atLeast(double millis) {
    return ALL.stream().filter(step -> step.millis() >= millis).findFirst().orElse(ALL.getLast());
  }

  /**
   * Returns the shortest step that is at least this long and holds whole samples, so that no bar
   * has one more than the next.
   */
  static ClockStep atLeast(double millis, long sample) {
    return ALL.stream()
        .filter(step -> step.millis() >= millis && step.millis() % Math.max(1, sample) == 0)
        .findFirst()
        .orElseGet(() -> atLeast(millis));
  }

  /** Returns how long it is, in milliseconds; months and days by their mean. */
  long millis() {
    return unit.getDuration().toMillis() * amount;
  }

  /** Says whether it is a whole number of days. */
  boolean isCalendar() {
    return unit.compareTo(ChronoUnit.DAYS) >= 0;
  }

  /** Returns its instants from the last one before a range to the first one after it. */
  long[] instants(TimeRange range, ZoneId zone) {
    LocalDateTime at = floor(Instant.ofEpochMilli(range.from()).atZone(zone).toLocalDateTime());
    List<Long> found = new ArrayList<>();
    long last = Long.MIN_VALUE;
    while (last < range.to()) {
      long instant = at.atZone(zone).toInstant().toEpochMilli();
      if (instant > last) {
        found.add(instant);
        last = instant;
      }
      at = at.plus(amount, unit);
    }
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  private LocalDateTime floor(LocalDateTime time) {
    return switch (unit) {
      case MONTHS -> {
        LocalDateTime year = time.toLocalDate().withDayOfYear(1).atStartOfDay();
        yield year.plusMonths((time.getMonthValue() - 1) / amount * (long) amount);
      }
      case DAYS -> time.toLocalDate().minusDays(Math.floorMod(days(time), amount)).atStartOfDay();
      default -> {
        LocalDateTime day = time.toLocalDate().atStartOfDay();
        long passed = day.until(time, unit);
        yield day.plus(passed / amount * amount, unit);
      }
    };
  }

  /** Weeks begin on Monday. */
  private static long days(LocalDateTime time) {
    return time.toLocalDate().toEpochDay() + 3;
  }
}
