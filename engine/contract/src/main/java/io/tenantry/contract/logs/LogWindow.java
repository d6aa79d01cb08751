package io.tenantry.contract.logs;

import io.tenantry.contract.Coded;
import java.time.Duration;

/** How far to look back from now. */
public enum LogWindow implements Coded {
  /** The last hour: {@code 1h}. */
  HOUR("1h", Duration.ofHours(1)),
  /** The last 24 hours: {@code 24h}. */
  DAY("24h", Duration.ofHours(24)),
  /** The last seven days: {@code 7d}. */
  WEEK("7d", Duration.ofDays(7)),
  /** The last thirty days: {@code 30d}. */
  MONTH("30d", Duration.ofDays(30));

  private final String code;
  private final Duration length;

  LogWindow(String code, Duration length) {
    this.code = code;
    this.length = length;
  }

  @Override
  public String code() {
    return code;
  }

  /** Returns how long it is. */
  public Duration length() {
    return length;
  }
}
