package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.ChangeWarning;
import java.util.List;

/** Knows the ways between the versions of one blueprint, as far as one deployment may take them. */
interface VersionWays {
  /**
   * Returns the way between two versions that differ.
   *
   * @throws io.tenantry.contract.error.EngineException CONFLICT when it leads back and must not, or
   *     there is none
   */
  VersionPlan way(int from, int to);

  /**
   * Tells what the way between two versions that differ does to databases with rows.
   *
   * @throws io.tenantry.contract.error.EngineException CONFLICT as {@link #way}
   */
  List<ChangeWarning> warnings(int from, int to);

  /** Returns a version of the blueprint. */
  VersionTarget target(int minor);
}
