package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ways between the versions of a blueprint, worked out once per deployment and pair. Any
 * thread.
 */
final class BlueprintWays implements VersionWays {
  private final Catalog catalog;
  private final long blueprint;
  private final boolean mayGoBack;
  private final Map<Pair, VersionPlan> known = new ConcurrentHashMap<>();
  private final Map<Integer, VersionTarget> targets = new ConcurrentHashMap<>();

  private record Pair(int from, int to) {}

  BlueprintWays(Catalog catalog, long blueprint, boolean mayGoBack) {
    this.catalog = catalog;
    this.blueprint = blueprint;
    this.mayGoBack = mayGoBack;
  }

  @Override
  public VersionPlan way(int from, int to) {
    return known.computeIfAbsent(new Pair(from, to), this::find);
  }

  @Override
  public VersionTarget target(int minor) {
    return targets.computeIfAbsent(
        minor, m -> catalog.read(handle -> DeploymentRepository.target(handle, blueprint, m)));
  }

  private VersionPlan find(Pair pair) {
    if (pair.from() > pair.to()) {
      throw EngineException.conflict(
          "is on version %s; a downgrade is not available".formatted(new Version(1, pair.from())));
    }
    return VersionPlan.forward(
        catalog.read(
            handle -> BlueprintHeads.statements(handle, blueprint, pair.from(), pair.to())));
  }
}
