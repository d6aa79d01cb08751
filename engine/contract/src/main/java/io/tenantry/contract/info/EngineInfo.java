package io.tenantry.contract.info;

import java.util.List;

/**
 * What an engine is.
 *
 * @param service its name, for example {@code Tenantry}
 * @param version its version, for example {@code 1.0.0}
 * @param regions where dedicated tenants can live; exactly one is the default
 */
public record EngineInfo(String service, String version, List<Region> regions) {
  /** Copies the regions. */
  public EngineInfo {
    regions = List.copyOf(regions);
  }
}
