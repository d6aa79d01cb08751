package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentStage;
import io.tenantry.contract.deployments.Share;

/**
 * A stage as the catalog has it.
 *
 * @param number from 1
 * @param target tenants at its end, those of earlier stages included
 * @param lastTenant the last of them in catalog order
 */
record StageRow(int number, Share size, int target, long lastTenant) {
  DeploymentStage view() {
    return new DeploymentStage(number, size, target);
  }
}
