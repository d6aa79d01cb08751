package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.contract.blueprints.BlueprintVersions;

/**
 * The tenants of a blueprint.
 *
 * @param tenants how many there are
 * @param behind how many of them are not on the latest version
 */
record Fleet(long tenants, long behind) {
  static final Fleet NONE = new Fleet(0, 0);

  static Fleet of(BlueprintVersions versions) {
    long all = 0;
    long behind = 0;
    for (BlueprintVersions.Summary each : versions.versions()) {
      all += each.deployedToCount();
      behind += each.version().equals(versions.latest()) ? 0 : each.deployedToCount();
    }
    return new Fleet(all, behind);
  }
}
