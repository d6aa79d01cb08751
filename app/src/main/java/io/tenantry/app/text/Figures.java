package io.tenantry.app.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the console writes counts, sizes, durations and instants; units are always written. */
public final class Figures {
  private static final double ALMOST_ALL = 0.995;
  private static final double ALMOST_NONE = 0.005;
  private static final long STEP_SECONDS = 15;

  /** Clocks of two machines differ, and what is newer than the step is new. */
  private static final long SECONDS_AHEAD = 60;

  private static final DecimalFormatSymbols SYMBOLS =
      DecimalFormatSymbols.getInstance(Locale.ENGLISH);
  private static final String[] SIZE_UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final String[] COUNT_UNITS = {"k", "M", "G", "T"};
  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss z", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private Figures() {}

  /** Writes a whole number with thousands apart: {@code 100,412}. */
  public static String count(long number) {
    return new DecimalFormat("#,##0", SYMBOLS).format(number);
  }

  /** Writes a number with its noun: {@code 1 tenant}, {@code 2,000 tenants}. */
  public static String count(long number, String singular, String plural) {
    return count(number) + " " + (number == 1 ? singular : plural);
  }

  /** Writes bytes in decimal units: {@code 12.4 MB}. */
  public static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < SIZE_UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    String pattern = unit == 0 || value >= 100 ? "0" : "0.#";
    return new DecimalFormat(pattern, SYMBOLS).format(value) + " " + SIZE_UNITS[unit];
  }

  /**
   * Writes a length of time with the unit that fits: {@code 0.4 ms}, {@code 12.3 s}, {@code 3 min 5
   * s}.
   */
  public static String duration(Duration length) {
    double millis = length.toNanos() / 1e6;
    if (millis < 1000) {
      return decimal(millis, millis < 10 ? "0.#" : "0") + " ms";
    }
    long seconds = length.toSeconds();
    if (seconds < 60) {
      return decimal(millis / 1000, "0.#") + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /**
   * Writes a number on a chart, at most three significant digits: {@code 0.83}, {@code 1,240},
   * {@code 12.4k}, {@code 1.24M}.
   */
  public static String compact(double number) {
    double size = Math.abs(number);
    if (size < 1000) {
      return decimal(number, size < 10 ? "0.##" : size < 100 ? "0.#" : "0");
    }
    if (size < 9_999.5) {
      return count(Math.round(number));
    }
    double rounded = new BigDecimal(number).round(THREE_DIGITS).doubleValue();
    int unit = (int) Math.min(Math.floor(Math.log10(Math.abs(rounded)) / 3), COUNT_UNITS.length);
    return decimal(rounded / Math.pow(1000, unit), "0.##") + COUNT_UNITS[unit - 1];
  }

  /**
   * Writes a length of time on a chart, in one unit: {@code 0.8 ms}, {@code 12 ms}, {@code 1.2 s},
   * {@code 3 min}.
   */
  public static String milliseconds(double millis) {
    if (millis < 999.5) {
      return decimal(millis, millis < 1 ? "0.##" : millis < 10 ? "0.#" : "0") + " ms";
    }
    if (millis < 59_950) {
      return decimal(millis / 1000, "0.#") + " s";
    }
    double minutes = millis / 60_000;
    if (minutes < 59.5) {
      return decimal(minutes, minutes < 10 ? "0.#" : "0") + " min";
    }
    return decimal(minutes / 60, "0.#") + " h";
  }

  /** Writes a share of a whole: {@code 42 %}. Nearly all is not all, and nearly none not none. */
  public static String percent(double share) {
    if (share < 1 && share >= ALMOST_ALL) {
      return "> 99 %";
    }
    if (share > 0 && share < ALMOST_NONE) {
      return "< 1 %";
    }
    return decimal(share * 100, "0") + " %";
  }

  /**
   * Writes how long ago an instant was: {@code just now}, {@code 3 min ago}, {@code 14 Nov 2026}.
   * It goes on in steps, the same for all, so that what is told at different moments agrees.
   */
  public static String ago(Instant instant, Instant now) {
    long seconds = Duration.between(instant, stepAt(now)).toSeconds();
    if (seconds < -SECONDS_AHEAD) {
      return exact(instant);
    }
    if (seconds < 45) {
      return Text.of("figures.now");
    }
    if (seconds < 3570) {
      return Text.of("figures.minutes", Math.max(1, Math.round(seconds / 60.0)));
    }
    if (seconds < 86_400) {
      return Text.of("figures.hours", Math.max(1, Math.round(seconds / 3600.0)));
    }
    if (seconds < 7 * 86_400) {
      return Text.of("figures.days", seconds / 86_400);
    }
    return day(instant, ZoneId.systemDefault());
  }

  /** Returns how long it is until what {@link #ago} writes may change. */
  public static Duration untilNextStep(Instant now) {
    return Duration.between(now, stepAt(now).plusSeconds(STEP_SECONDS));
  }

  private static Instant stepAt(Instant now) {
    return Instant.ofEpochSecond(now.getEpochSecond() / STEP_SECONDS * STEP_SECONDS);
  }

  /** Writes the exact instant in the user's time zone, for tooltips. */
  public static String exact(Instant instant) {
    return EXACT.format(instant.atZone(ZoneId.systemDefault()));
  }

  /**
   * Writes an instant to the minute, for the head of what is told about it: {@code 3 Mar, 14:05}.
   */
  public static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }

  /** Writes an instant to the second: {@code 3 Mar, 14:05:20}. */
  public static String second(Instant instant, ZoneId zone) {
    return SECOND.format(instant.atZone(zone));
  }

  /** Writes the time of day of an instant: {@code 14:05}. */
  public static String timeOfDay(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  /** Writes the day of an instant: {@code 3 Mar 2027}. */
  public static String day(Instant instant, ZoneId zone) {
    return DAY.format(instant.atZone(zone));
  }

  private static String decimal(double value, String pattern) {
    return new DecimalFormat(pattern, SYMBOLS).format(value);
  }
}
