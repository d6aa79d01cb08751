package io.tenantry.contract.deployments;

import io.tenantry.contract.blueprints.Version;
import java.util.List;

/**
 * Which ways tenants would go when a deployment is taken back (an extension of the reference). What
 * a way does, and what it loses, tells a comparison of its versions.
 *
 * @param jobId the deployment
 * @param ways by the version they lead to, oldest first
 */
public record UndoOutlook(DeploymentId jobId, List<Way> ways) {
  /** Copies the ways. */
  public UndoOutlook {
    ways = List.copyOf(ways);
  }

  /** Returns how many tenants would go back. */
  public int tenants() {
    return ways.stream().mapToInt(Way::tenants).sum();
  }

  /**
   * A way back.
   *
   * @param fromVersion the version that the deployment brought
   * @param toVersion the version that tenants were on before
   * @param tenants how many would go it
   */
  public record Way(Version fromVersion, Version toVersion, int tenants) {}
}
