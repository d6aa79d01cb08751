package io.tenantry.contract.deployments;

import io.tenantry.contract.error.EngineException;
import java.util.Optional;

/**
 * So many tenants of a deployment: a number, or a percentage of those that need work.
 *
 * @param tenants a number of tenants, at least 1
 * @param percent 1–100; exactly one of both is there
 */
public record Share(Optional<Integer> tenants, Optional<Integer> percent) {
  private static final int ALL = 100;

  /** Checks the numbers. */
  public Share {
    if (tenants.isPresent() == percent.isPresent()) {
      throw EngineException.badField(
          "strategy.stages", "strategy.stages must each have either tenants or percent");
    }
    if (tenants.orElse(1) < 1) {
      throw EngineException.badField(
          "strategy.stages", "strategy.stages: tenants must be at least 1");
    }
    if (percent.orElse(1) < 1 || percent.orElse(1) > ALL) {
      throw EngineException.badField(
          "strategy.stages", "strategy.stages: percent must be between 1 and 100");
    }
  }

  /** A number of tenants. */
  public static Share tenants(int number) {
    return new Share(Optional.of(number), Optional.empty());
  }

  /** A percentage of all tenants that need work. */
  public static Share percent(int percent) {
    return new Share(Optional.empty(), Optional.of(percent));
  }

  /** Returns how many that is of so many tenants, rounded up. */
  public int of(int total) {
    return tenants
        .map(number -> Math.min(number, total))
        .orElseGet(() -> (int) Math.ceilDiv((long) percent.orElse(ALL) * total, (long) ALL));
  }
}
