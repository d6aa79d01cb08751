package io.tenantry.core.hosts;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    requireOwnRoots(configured);
  }

  private static void requireOwnRoots(List<RegionConfig> configured) {
    List<Path> roots = configured.stream().flatMap(each -> each.storageRoot().stream()).toList();
    for (int i = 0; i < roots.size(); i++) {
      for (int j = 0; j < roots.size(); j++) {
        if (i != j && roots.get(i).startsWith(roots.get(j))) {
          throw EngineException.badField(
              "regions", "regions must have storage roots outside each other: " + roots.get(i));
        }
      }
    }
  }

  /**
   * Checks that the configuration has regions where databases live.
   *
   * @throws EngineException BAD_REQUEST naming one that it does not have
   */
  public void requireAll(Collection<String> zones) {
    for (String zone : zones) {
      if (!byZone.containsKey(zone)) {
        throw EngineException.badField(
            "regions",
            "Databases live in region '%s', which the configuration does not have".formatted(zone));
      }
    }
  }

  /** Returns all regions in the order of the configuration. */
  public List<Region> all() {
    return byZone.values().stream().map(RegionConfig::region).toList();
  }

  /**
   * Returns the zone for a database that is to have an isolation level: none for level 1; for level
   * 2 the wanted one, or the default one when none is wanted.
   *
   * @param field the field of the request that says what is wanted
   * @throws EngineException BAD_REQUEST for a zone with level 1, and for an unknown one, naming the
   *     zones there are
   */
  public Optional<String> zoneFor(int isolationLevel, String field, Optional<String> wanted) {
    if (isolationLevel == 2) {
      return Optional.of(known(field, wanted.orElse(defaultZone)));
    }
    if (wanted.isPresent()) {
      throw EngineException.badField(
          field, field + " is for isolation_level 2; leave it out for isolation_level 1");
    }
    return Optional.empty();
  }

  /**
   * Returns the zone of a database that the catalog has.
   *
   * @throws EngineException BAD_REQUEST when the configuration does not have it any more
   */
  public String zone(Optional<String> stored) {
    return known("region", stored.orElse(defaultZone));
  }

  private String known(String field, String zone) {
    if (!byZone.containsKey(zone)) {
      throw EngineException.badField(
          field,
          "Unknown region '%s'; regions are: %s".formatted(zone, String.join(", ", zones())));
    }
    return zone;
  }

  Set<String> zones() {
    return byZone.keySet();
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
