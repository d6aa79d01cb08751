package io.tenantry.server.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The header {@code Date}, made anew when the second changes, in whichever direction: the HTTP
 * library's own follows a timer, which stands still after the machine's clock was set back. Any
 * thread.
 */
final class DateHeader {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private volatile Second last;

  private record Second(long second, String text) {
    static Second of(long second) {
      return new Second(second, FORMAT.format(Instant.ofEpochSecond(second)));
    }
  }

  DateHeader(InstantSource clock) {
    this.clock = clock;
    this.last = Second.of(second());
  }

  private long second() {
    return Math.floorDiv(clock.millis(), 1000);
  }

  String now() {
    long second = second();
    Second known = last;
    if (known.second != second) {
      known = Second.of(second);
      last = known;
    }
    return known.text;
  }
}
