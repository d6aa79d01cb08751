package io.tenantry.contract.deployments;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * Which deployments are wanted, and in which order (an extension). What is empty does not restrict.
 *
 * @param search parts of blueprint, version or id, in any case; separated by blanks, all of them
 *     are in it
 * @param status exactly this status
 * @param blueprint of this blueprint
 * @param sort order
 */
public record DeploymentFilter(
    Optional<String> search,
    Optional<DeploymentStatus> status,
    Optional<WorkspaceName> blueprint,
    Sort sort) {

  /** Orders of a list of deployments. */
  public enum Sort {
    /** Newest first. */
    CREATED_DESC,
    /** Oldest first. */
    CREATED
  }

  /** All deployments, newest first. */
  public static DeploymentFilter none() {
    return new DeploymentFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Sort.CREATED_DESC);
  }
}
