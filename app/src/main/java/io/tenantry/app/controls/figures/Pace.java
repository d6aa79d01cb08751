package io.tenantry.app.controls.figures;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast work goes, over the time that it was at work.
 *
 * @param perSecond how many a second
 * @param remaining time it still needs; empty until 1 % is done
 */
public record Pace(double perSecond, Optional<Duration> remaining) {

  /**
   * Works it out.
   *
   * @param worked how many something was done to
   * @param time how long that took
   * @param left how many are to come
   */
  public static Pace of(long worked, Duration time, long left) {
    double seconds = time.toNanos() / 1e9;
    double rate = seconds <= 0 ? 0 : worked / seconds;
    boolean isEnough = worked > 0 && worked * 100 >= worked + left && rate > 0;
    return new Pace(
        rate,
        isEnough
            ? Optional.of(Duration.ofMillis(Math.round(left / rate * 1000)))
            : Optional.empty());
  }

  /** Returns the remaining time as a guess is told: not to the tenth of a second. */
  public Optional<Duration> roughly() {
    return remaining.map(left -> Duration.ofSeconds(Math.max(1, (left.toMillis() + 500) / 1000)));
  }
}
