package io.tenantry.contract.deployments;

import io.tenantry.contract.deployments.DeploymentTenant.State;

/**
 * How far each tenant of a deployment is, as short as can be (an extension of the reference): made
 * for pictures of many tenants.
 *
 * @param jobId the deployment
 * @param letters one a tenant, in catalog order: {@code p} pending, {@code d} done, {@code s}
 *     skipped, {@code f} failed, {@code n} not reached
 */
public record DeploymentStates(DeploymentId jobId, String letters) {
  /** Returns the number of tenants. */
  public int size() {
    return letters.length();
  }

  /**
   * Returns how far a tenant is.
   *
   * @param position where it stands in catalog order, from 0
   */
  public State at(int position) {
    char letter = letters.charAt(position);
    return switch (letter) {
      case 'p' -> State.PENDING;
      case 'd' -> State.DONE;
      case 's' -> State.SKIPPED;
      case 'f' -> State.FAILED;
      case 'n' -> State.NOT_REACHED;
      default -> throw new IllegalArgumentException("no state has the letter " + letter);
    };
  }
}
