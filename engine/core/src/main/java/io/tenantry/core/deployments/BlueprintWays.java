package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.blueprints.VersionPath;
import io.tenantry.core.blueprints.VersionPaths;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.rows.RowLoss;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways between the versions of a blueprint, worked out once per deployment and pair. Any
 * thread.
 */
final class BlueprintWays implements VersionWays {
  private final Catalog catalog;
  private final VersionPaths paths;
  private final FilledAdditions additions;
  private final long blueprint;
  private final boolean mayGoBack;
  private final Optional<Integer> undone;
  private final Map<Pair, VersionPath> found = new ConcurrentHashMap<>();
  private final Map<Pair, VersionPlan> known = new ConcurrentHashMap<>();
  private final Map<Integer, VersionTarget> targets = new ConcurrentHashMap<>();

  private record Pair(int from, int to) {}

  /**
   * Finds ways.
   *
   * @param mayGoBack whether they may lead to an older version
   * @param undone the version that an undo leads away from, and no other
   */
  BlueprintWays(
      Catalog catalog,
      VersionPaths paths,
      FilledAdditions additions,
      long blueprint,
      boolean mayGoBack,
      Optional<Integer> undone) {
    this.catalog = catalog;
    this.paths = paths;
    this.additions = additions;
    this.blueprint = blueprint;
    this.mayGoBack = mayGoBack;
    this.undone = undone;
  }

  @Override
  public VersionPlan way(int from, int to) {
    return known.computeIfAbsent(new Pair(from, to), this::find);
  }

  @Override
  public List<ChangeWarning> warnings(int from, int to) {
    return paths.warnings(blueprint, path(new Pair(from, to)));
  }

  @Override
  public VersionTarget target(int minor) {
    return targets.computeIfAbsent(
        minor, m -> catalog.read(handle -> DeploymentRepository.target(handle, blueprint, m)));
  }

  private VersionPath path(Pair pair) {
    return found.computeIfAbsent(pair, p -> paths.between(blueprint, p.from(), p.to()));
  }

  private VersionPlan find(Pair pair) {
    if (undone.isPresent() && undone.get() != pair.from()) {
      throw EngineException.conflict(
          "is on version %s, not on the one to be undone".formatted(version(pair.from())));
    }
    if (pair.from() > pair.to() && !mayGoBack) {
      throw EngineException.conflict(
          "is on version %s, a newer one; set allow_downgrade".formatted(version(pair.from())));
    }
    VersionPath path = path(pair);
    if (path.byDiffer() && !mayGoBack) {
      throw EngineException.conflict(
          "is on version %s, of which changes were taken back later; set allow_downgrade"
              .formatted(version(pair.from())));
    }
    return plan(path, pair.from() > pair.to() || path.byDiffer());
  }

  private VersionPlan plan(VersionPath path, boolean isBack) {
    List<RowLoss> counted = path.losses().isEmpty() ? List.of() : paths.losses(blueprint, path);
    Set<Integer> rebuilding = path.byDiffer() ? Set.of() : additions.places(path.bound());
    boolean takesRows = !path.byDiffer() && VersionPlan.takesRows(path.bound());
    return new VersionPlan(
        path.bound(),
        rebuilding,
        path.foreignKeysOff() || takesRows || !rebuilding.isEmpty(),
        path.counters(),
        Stream.concat(counted.stream().map(RowLoss::what), others(path, counted))
            .distinct()
            .toList(),
        counted,
        isBack);
  }

  /**
   * What a plan says of itself beyond what can be counted. What was said of recorded statements,
   * each request by itself, is found again on the whole way.
   */
  private static Stream<String> others(VersionPath path, List<RowLoss> counted) {
    if (!path.byDiffer()) {
      return Stream.empty();
    }
    Set<String> known = counted.stream().map(RowLoss::what).collect(Collectors.toSet());
    return path.losses().stream()
        .flatMap(loss -> Stream.of(loss.split("; ")))
        .filter(loss -> !known.contains(loss));
  }

  private static Version version(int minor) {
    return new Version(1, minor);
  }
}
