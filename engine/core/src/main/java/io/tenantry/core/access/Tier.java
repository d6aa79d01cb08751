package io.tenantry.core.access;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.EngineException;
import java.util.OptionalInt;

/**
 * What a project may use. Self-hosted engines run everything as enterprise unless told otherwise.
 */
public enum Tier implements Coded {
  /** For trying out. */
  FREE(1, 5, 60, 5, false),
  /** A first product. */
  STARTER(3, 100, 300, 20, true),
  /** A growing one. */
  GROWTH(10, 500, 1200, 60, true),
  /** A large one. */
  SCALE(50, 2000, 6000, 200, true),
  /** No limits. */
  ENTERPRISE(0, 0, 0, 0, true);

  private final int projects;
  private final int tenants;
  private final int requestsPerMinute;
  private final int backupsPerHour;
  private final boolean dedicated;

  Tier(int projects, int tenants, int requestsPerMinute, int backupsPerHour, boolean dedicated) {
    this.projects = projects;
    this.tenants = tenants;
    this.requestsPerMinute = requestsPerMinute;
    this.backupsPerHour = backupsPerHour;
    this.dedicated = dedicated;
  }

  /** Reads a tier from its column. */
  public static Tier stored(String code) {
    return Coded.find(Tier.class, code)
        .orElseThrow(() -> new IllegalStateException("unknown tier " + code));
  }

  /** Returns how many projects an account may have; empty without limit. */
  public OptionalInt projects() {
    return limit(projects);
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
   * Checks that a project may hold so many tenants.
   *
   * @param wanted how many it would have, those in the trash left out
   * @throws EngineException FORBIDDEN naming the tier and its limit
   */
  public void requireTenants(long wanted) {
    requireAtMost(tenants, wanted, "tenants per project");
  }

  /**
   * Checks that an account may hold so many projects.
   *
   * @throws EngineException FORBIDDEN naming the tier and its limit
   */
  public void requireProjects(long wanted) {
    requireAtMost(projects, wanted, "projects");
  }

  private void requireAtMost(int limit, long wanted, String what) {
    if (limit > 0 && wanted > limit) {
      throw EngineException.forbidden(
              "Tier limit reached: tier '%s' allows %d %s".formatted(code(), limit, what))
          .with("tier", code())
          .with("limit", limit);
    }
  }

  private static OptionalInt limit(int value) {
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
