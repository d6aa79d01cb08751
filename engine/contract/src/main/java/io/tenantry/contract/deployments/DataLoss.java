package io.tenantry.contract.deployments;

import io.tenantry.contract.blueprints.Version;

/**
 * Something that tenants lose on their way to another version. It is counted in each tenant right
 * before it is lost, in a dry run in its copy.
 *
 * @param fromVersion the version they are on
 * @param toVersion the version they go to
 * @param what what is lost, for example {@code drops table extra with its rows}
 * @param rows how many rows were lost so far, over all tenants; of a trigger that fires, how many
 *     rows it wrote, which only copies take back
 * @param values how many values were lost so far from rows that stay: those that are not NULL and
 *     are gone or others now, and NULLs that something was put in place of
 * @param tenants how many tenants have lost any so far
 * @param uncounted how many tenants may have lost more of it, which is not in these numbers: the
 *     engine was killed after they had changed and before that was written down
 */
public record DataLoss(
    Version fromVersion,
    Version toVersion,
    String what,
    long rows,
    long values,
    int tenants,
    int uncounted) {
  /** Something that nobody has lost yet. */
  public DataLoss(Version fromVersion, Version toVersion, String what) {
    this(fromVersion, toVersion, what, 0, 0, 0, 0);
  }

  /** Returns the loss in one line. */
  @Override
  public String toString() {
    return fromVersion + " to " + toVersion + ": " + what;
  }
}
