package io.tenantry.app.screens.deployments;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment would do to the tenants as they are now. Two plans are equal when nothing has
 * changed between them.
 *
 * @param blueprint whose tenants
 * @param target the version it brings
 * @param versions all there are, newest first
 * @param named whether it is for named tenants only
 * @param tenants how many of those stand where
 * @param statements what the oldest of those behind get, in order
 * @param losses what is lost on the way, a sentence each
 * @param warnings what happens to tenants with rows, but for what is lost
 * @param limits whether new limits of queries go along
 * @param running a deployment of the blueprint that has not ended: it keeps others waiting
 */
record DeploymentPlan(
    WorkspaceName blueprint,
    Version target,
    List<Version> versions,
    boolean named,
    Standings tenants,
    List<String> statements,
    List<String> losses,
    List<ChangeWarning> warnings,
    boolean limits,
    Optional<DeploymentId> running) {
  DeploymentPlan {
    versions = List.copyOf(versions);
    statements = List.copyOf(statements);
    losses = List.copyOf(losses);
    warnings = List.copyOf(warnings);
  }

  /**
   * How many tenants stand where.
   *
   * @param behind on an older version
   * @param there on the version already
   * @param ahead on a newer version, from which nothing goes back by itself
   */
  record Standings(long behind, long there, long ahead) {
    static final Standings NONE = new Standings(0, 0, 0);

    /** Counts tenants on one version more. */
    Standings with(Version version, long number, Version target) {
      int order = version.compareTo(target);
      return new Standings(
          behind + (order < 0 ? number : 0),
          there + (order == 0 ? number : 0),
          ahead + (order > 0 ? number : 0));
    }

    long all() {
      return behind + there + ahead;
    }
  }

  /** Why a deployment cannot start. */
  enum Obstacle {
    /** The blueprint has no tenants. */
    NO_TENANTS,
    /** All of them are on the version. */
    NOTHING_TO_DO,
    /** Some are on a newer version. */
    NEWER,
    /** Another deployment has not ended. */
    RUNNING
  }

  Optional<Obstacle> obstacle() {
    if (running.isPresent()) {
      return Optional.of(Obstacle.RUNNING);
    }
    if (tenants.all() == 0) {
      return Optional.of(Obstacle.NO_TENANTS);
    }
    if (tenants.ahead() > 0) {
      return Optional.of(Obstacle.NEWER);
    }
    return tenants.behind() == 0 && !limits
        ? Optional.of(Obstacle.NOTHING_TO_DO)
        : Optional.empty();
  }
}
