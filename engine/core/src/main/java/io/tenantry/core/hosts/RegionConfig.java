package io.tenantry.core.hosts;

import io.tenantry.contract.info.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A region and where the hosts in it keep their files.
 *
 * @param region its zone, its name for people, and whether it is the default
 * @param storageRoot absolute folder; empty for {@code hosts/{zone}} in the data folder
 */
public record RegionConfig(Region region, Optional<Path> storageRoot) {

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
