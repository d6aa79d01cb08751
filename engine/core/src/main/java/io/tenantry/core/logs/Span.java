package io.tenantry.core.logs;

/** For how long a tally counts. */
enum Span {
  MINUTE(60),
  HOUR(3600),
  DAY(86_400);

  private final long seconds;

  Span(long seconds) {
    this.seconds = seconds;
  }

  long seconds() {
    return seconds;
  }

  /** Returns the start of the span that an instant is in, in seconds since 1970. */
  long startOf(long epochMillis) {
    return Math.floorDiv(epochMillis / 1000, seconds) * seconds;
  }
}
