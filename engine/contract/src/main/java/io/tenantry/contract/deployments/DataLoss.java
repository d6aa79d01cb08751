package io.tenantry.contract.deployments;

import io.tenantry.contract.blueprints.Version;

/**
 * Something that tenants lose on their way to another version.
 *
 * @param fromVersion the version they are on
 * @param toVersion the version they go to
 * @param what what is lost, for example {@code table extra and all its rows}
 */
public record DataLoss(Version fromVersion, Version toVersion, String what) {
  /** Returns the loss in one line. */
  @Override
  public String toString() {
    return fromVersion + " to " + toVersion + ": " + what;
  }
}
