package io.tenantry.core.hosts;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The regions of one engine. Immutable; any thread. */
public final class Regions {
  private final Map<String, RegionConfig> byZone = new LinkedHashMap<>();
  private final String defaultZone;

  /**
   * Takes the configured regions.
   *
   * @param configured at least one, each zone once, exactly one of them the default
   */
  public Regions(List<RegionConfig> configured) {
    configured.forEach(each -> byZone.put(each.region().zone(), each));
    List<String> defaults =
        configured.stream()
            .map(RegionConfig::region)
            .filter(Region::isDefault)
            .map(Region::zone)
            .toList();
    if (byZone.size() != configured.size() || defaults.size() != 1) {
      throw EngineException.badField(
          "regions", "regions must name each zone once and have exactly one default");
    }
    defaultZone = defaults.getFirst();
  }

  /** Returns all regions in the order of the configuration. */
  public List<Region> all() {
    return byZone.values().stream().map(RegionConfig::region).toList();
  }

  /**
   * Returns the wanted zone, or the default one when none is wanted.
   *
   * @throws EngineException BAD_REQUEST naming the zones there are
   */
  public String zone(Optional<String> wanted) {
    String zone = wanted.orElse(defaultZone);
    if (!byZone.containsKey(zone)) {
      throw EngineException.badField(
          "region",
          "Unknown region '%s'; regions are: %s"
              .formatted(zone, byZone.keySet().stream().collect(Collectors.joining(", "))));
    }
    return zone;
  }

  /**
   * Returns the folder of the hosts of a zone.
   *
   * @param dataFolder root of the engine's data folder
   */
  public Path storageRoot(String zone, Path dataFolder) {
    return Optional.ofNullable(byZone.get(zone))
        .flatMap(RegionConfig::storageRoot)
        .orElseGet(() -> dataFolder.resolve("hosts").resolve(zone));
  }
}
