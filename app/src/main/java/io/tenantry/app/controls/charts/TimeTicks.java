package io.tenantry.app.controls.charts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The labels of an axis of time: at round instants, with the day at the first one of a day. */
final class TimeTicks {
  private static final double APART = 84;
  private static final DateTimeFormatter SECOND = pattern("HH:mm:ss");
  private static final DateTimeFormatter MINUTE = pattern("HH:mm");
  private static final DateTimeFormatter DAY = pattern("d MMM");
  private static final DateTimeFormatter DAY_AND_MINUTE = pattern("d MMM HH:mm");
  private static final DateTimeFormatter MONTH = pattern("MMM yyyy");

  private TimeTicks() {}

  /**
   * A label of the axis.
   *
   * @param at the instant
   * @param text what it reads
   */
  record Tick(long at, String text) {}

  /** Returns the ticks of a range that is drawn so many pixels wide, oldest first. */
  static List<Tick> of(TimeRange range, double width, ZoneId zone) {
    ClockStep step = ClockStep.atLeast(range.length() * APART / Math.max(APART, width));
    List<ZonedDateTime> times = new ArrayList<>();
    for (long instant : step.instants(range, zone)) {
      if (range.contains(instant)) {
        times.add(Instant.ofEpochMilli(instant).atZone(zone));
      }
    }
    boolean midnight = times.stream().anyMatch(TimeTicks::isMidnight);
    List<Tick> ticks = new ArrayList<>();
    for (ZonedDateTime time : times) {
      boolean names = ticks.isEmpty() && !midnight;
      ticks.add(new Tick(time.toInstant().toEpochMilli(), text(time, step, names)));
    }
    return ticks;
  }

  private static String text(ZonedDateTime time, ClockStep step, boolean names) {
    if (step.millis() > 15 * 86_400_000L) {
      return MONTH.format(time);
    }
    if (step.isCalendar() || isMidnight(time)) {
      return DAY.format(time);
    }
    if (names) {
      return DAY_AND_MINUTE.format(time);
    }
    return (step.millis() < 60_000 ? SECOND : MINUTE).format(time);
  }

  private static boolean isMidnight(ZonedDateTime time) {
    return time.toLocalTime().toSecondOfDay() == 0;
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
