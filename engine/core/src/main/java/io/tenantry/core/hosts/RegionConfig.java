package io.tenantry.core.hosts;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A region and where the hosts in it keep their files.
 *
 * @param region its zone, its name for people, and whether it is the default
 * @param storageRoot folder of its own; empty for {@code hosts/{zone}} in the data folder
 */
public record RegionConfig(Region region, Optional<Path> storageRoot) {
  private static final Pattern ZONE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final String SHARED_HOST = "shared";

  /** Checks the zone, which names a folder, and makes the storage root absolute. */
  public RegionConfig {
    if (!ZONE.matcher(region.zone()).matches() || region.zone().equals(SHARED_HOST)) {
      throw EngineException.badField(
          "regions",
          "Invalid region '%s': use 1 to 40 characters a-z 0-9 -, and not '%s'"
              .formatted(region.zone(), SHARED_HOST));
    }
    storageRoot = storageRoot.map(root -> root.toAbsolutePath().normalize());
  }

  /** Returns the regions of the reference, all inside the data folder. */
  public static List<RegionConfig> defaults() {
    return List.of(
        inside("eu-central", "Europe", true),
        inside("ap-southeast", "Asia Pacific", false),
        inside("us-east", "US East", false),
        inside("us-west", "US West", false));
  }

  private static RegionConfig inside(String zone, String label, boolean isDefault) {
    return new RegionConfig(new Region(zone, label, isDefault), Optional.empty());
  }
}
