package io.tenantry.app.screens.deployments;

import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Version;
import java.util.List;

/**
 * What a deployment to all tenants would do.
 *
 * @param target the version it brings
 * @param behind tenants on an older version
 * @param there tenants on the version already
 * @param ahead tenants on a newer version, which it cannot take
 * @param statements what the oldest of those behind get, in order
 */
record DeploymentPlan(
    Version target, long behind, long there, long ahead, List<String> statements) {
  DeploymentPlan {
    statements = List.copyOf(statements);
  }

  static DeploymentPlan of(
      List<BlueprintVersions.Summary> versions, Version target, List<String> statements) {
    long behind = 0;
    long there = 0;
    long ahead = 0;
    for (BlueprintVersions.Summary summary : versions) {
      int order = summary.version().compareTo(target);
      if (order < 0) {
        behind += summary.deployedToCount();
      } else if (order == 0) {
        there += summary.deployedToCount();
      } else {
        ahead += summary.deployedToCount();
      }
    }
    return new DeploymentPlan(target, behind, there, ahead, statements);
  }
}
