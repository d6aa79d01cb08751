package io.tenantry.app.screens.tenants;

import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Set;

/**
 * Which of the chosen tenants an action is for.
 *
 * @param ids those that can take it now, in the order of the list
 * @param suspended those of them that are suspended, or were before what is taken back now
 * @param passedOver how many cannot take it because of their status
 */
record BulkTargets(List<TenantId> ids, Set<TenantId> suspended, long passedOver) {
  BulkTargets {
    ids = List.copyOf(ids);
    suspended = Set.copyOf(suspended);
  }

  /** Returns what takes an action back from those that took it. */
  BulkTargets after(BulkOutcome outcome) {
    return new BulkTargets(outcome.done(), suspended, 0);
  }
}
