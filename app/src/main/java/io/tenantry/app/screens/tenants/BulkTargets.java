package io.tenantry.app.screens.tenants;

import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * Which of the chosen tenants an action is for.
 *
 * @param ids those that can take it now, in the order of the list
 * @param passedOver how many cannot take it because of their status
 */
record BulkTargets(List<TenantId> ids, long passedOver) {
  BulkTargets {
    ids = List.copyOf(ids);
  }
}
