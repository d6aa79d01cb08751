package io.tenantry.core.access;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a project may use. Self-hosted engines run everything as enterprise unless told otherwise.
 * Immutable.
 */
public final class Tier {
  /** For trying out. */
  public static final Tier FREE = new Tier("free", 5, 60, 5, false);

  /** A first product. */
  public static final Tier STARTER = new Tier("starter", 100, 300, 20, true);

  /** A growing one. */
  public static final Tier GROWTH = new Tier("growth", 500, 1200, 60, true);

  /** A large one. */
  public static final Tier SCALE = new Tier("scale", 2000, 6000, 200, true);

  /** No limits. */
  public static final Tier ENTERPRISE = new Tier("enterprise", 0, 0, 0, true);

  private static final List<Tier> STANDARD = List.of(FREE, STARTER, GROWTH, SCALE, ENTERPRISE);

  private final String code;
  private final int tenants;
  private final int requestsPerMinute;
  private final int backupsPerHour;
  private final boolean dedicated;

  private Tier(
      String code, int tenants, int requestsPerMinute, int backupsPerHour, boolean dedicated) {
    this.code = code;
    this.tenants = tenants;
    this.requestsPerMinute = requestsPerMinute;
    this.backupsPerHour = backupsPerHour;
    this.dedicated = dedicated;
  }

  /** Returns all tiers as they are unless configured otherwise. */
  public static List<Tier> standard() {
    return STANDARD;
  }

  /** Reads a tier from its column. */
  public static Tier stored(String code) {
    return STANDARD.stream()
        .filter(tier -> tier.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unknown tier " + code));
  }

  /**
   * Returns the tier with other limits.
   *
   * @param tenantLimit tenants per project; 0 for any number, as for the next two
   * @param requestLimit API requests per minute
   * @param backupLimit backups by hand per hour
   * @param dedicatedHosts whether tenants may have isolation level 2
   */
  public Tier withLimits(
      int tenantLimit, int requestLimit, int backupLimit, boolean dedicatedHosts) {
    return new Tier(code, tenantLimit, requestLimit, backupLimit, dedicatedHosts);
  }

  /** Returns its name, for example {@code free}. */
  public String code() {
    return code;
  }

  /** Returns how many tenants a project may have, those in the trash left out. */
  public OptionalInt tenants() {
    return limit(tenants);
  }

  /** Returns how many API requests a project may make per minute. */
  public OptionalInt requestsPerMinute() {
    return limit(requestsPerMinute);
  }

  /** Returns how many backups a project may start by hand per hour. */
  public OptionalInt backupsPerHour() {
    return limit(backupsPerHour);
  }

  /** Returns whether tenants may have isolation level 2. */
  public boolean allowsDedicated() {
    return dedicated;
  }

  /**
   * Checks that tenants may have isolation level 2.
   *
   * @throws EngineException FORBIDDEN naming the tier
   */
  public void requireDedicated() {
    if (!dedicated) {
      throw new EngineException(
          ErrorCode.FORBIDDEN,
          "Isolation level 2 is not available in tier '%s'".formatted(code()),
          Map.of("tier", code()),
          null);
    }
  }

  /**
   * Checks that a project may hold so many tenants.
   *
   * @param wanted how many it would have, those in the trash left out
   * @throws EngineException FORBIDDEN naming the tier and its limit
   */
  public void requireTenants(long wanted) {
    if (tenants > 0 && wanted > tenants) {
      throw new EngineException(
          ErrorCode.FORBIDDEN,
          "Tier limit reached: tier '%s' allows %d tenants per project".formatted(code(), tenants),
          Map.of("tier", code(), "limit", tenants),
          null);
    }
  }

  private static OptionalInt limit(int value) {
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
