package io.tenantry.app.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the console writes counts, sizes, durations and instants; units are always written. */
public final class Figures {
  private static final DecimalFormatSymbols SYMBOLS =
      DecimalFormatSymbols.getInstance(Locale.ENGLISH);
  private static final String[] SIZE_UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss z", Locale.ENGLISH);
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

  /** Writes a share of a whole: {@code 42 %}. */
  public static String percent(double share) {
    return decimal(share * 100, "0") + " %";
  }

  /**
   * Writes how long ago an instant was: {@code just now}, {@code 3 min ago}, {@code 14 Nov 2026}.
   */
  public static String ago(Instant instant, Instant now) {
    long seconds = Duration.between(instant, now).toSeconds();
    if (seconds < 0) {
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
    return DAY.format(instant.atZone(ZoneId.systemDefault()));
  }

  /** Writes the exact instant in the user's time zone, for tooltips. */
  public static String exact(Instant instant) {
    return EXACT.format(instant.atZone(ZoneId.systemDefault()));
  }

  private static String decimal(double value, String pattern) {
    return new DecimalFormat(pattern, SYMBOLS).format(value);
  }
}
