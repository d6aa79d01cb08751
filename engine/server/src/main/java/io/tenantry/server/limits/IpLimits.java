package io.tenantry.server.limits;

import java.time.Duration;

/**
 * How many requests an address may send.
 *
 * @param mode when it is counted
 * @param requestsPerSecond how many a second, also at once
 * @param violations after so many seconds with too many requests, within a minute, comes a ban
 * @param ban how long every request is refused then
 */
public record IpLimits(Mode mode, int requestsPerSecond, int violations, Duration ban) {
  /** The limits of the reference. */
  public static final IpLimits DEFAULT = new IpLimits(Mode.AUTO, 100, 5, Duration.ofMinutes(5));

  /** When requests are counted. */
  public enum Mode {
    /** Always. */
    ON,
    /** Never. */
    OFF,
    /** Except for addresses of this machine. */
    AUTO
  }

  /** Returns a copy with another mode. */
  public IpLimits withMode(Mode other) {
    return new IpLimits(other, requestsPerSecond, violations, ban);
  }
}
