package io.tenantry.app.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Moments as people type them, in the time of the place where they are. */
public final class Moments {
  private static final List<Function<String, Instant>> WAYS =
      List.of(
          Instant::parse,
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> local(LocalDateTime.parse(text.replaceFirst("\\s+", "T"))),
          text -> local(LocalDate.now().atTime(LocalTime.parse(text))));

  private Moments() {}

  private static Instant local(LocalDateTime time) {
    return time.atZone(ZoneId.systemDefault()).toInstant();
  }

  /** Returns a moment as it can be typed: {@code 2026-02-15 14:32:10.123456}. */
  public static String written(Instant moment) {
    LocalDateTime local =
        LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneId.systemDefault());
    return local.toLocalDate() + " " + local.toLocalTime();
  }

  /**
   * Reads a moment: date and time, a time of today, or ISO 8601 with an offset; empty when it is
   * none of them.
   */
  public static Optional<Instant> read(String text) {
    for (Function<String, Instant> way : WAYS) {
      try {
        return Optional.of(way.apply(text.strip()));
      } catch (DateTimeException another) {
        continue;
      }
    }
    return Optional.empty();
  }
}
