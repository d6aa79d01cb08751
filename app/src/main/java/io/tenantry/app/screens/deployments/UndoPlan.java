package io.tenantry.app.screens.deployments;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.UndoOutlook;
import java.util.List;

/**
 * What taking a deployment back would do.
 *
 * @param deployment what is taken back
 * @param outlook how many tenants go which way
 * @param losses what goes with it, in no tenant counted yet
 */
record UndoPlan(Deployment deployment, UndoOutlook outlook, List<UndoLoss> losses) {
  UndoPlan {
    losses = List.copyOf(losses);
  }

  List<UndoLoss> countable() {
    return losses.stream().filter(loss -> loss.count().isPresent()).toList();
  }
}
