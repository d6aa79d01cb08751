package io.tenantry.app.screens.tenants;

import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the chosen tenants something is for.
 *
 * @param ids those that can take it now, in the order of the list
 * @param suspended those of them that are suspended, or were before what is taken back now
 * @param having those of them that have a database of a blueprint, by the blueprint's name
 * @param passedOver how many cannot take it because of their status
 */
record BulkTargets(
    List<TenantId> ids,
    Set<TenantId> suspended,
    Map<WorkspaceName, List<TenantId>> having,
    long passedOver) {
  BulkTargets {
    ids = List.copyOf(ids);
    suspended = Set.copyOf(suspended);
  }

  /** Tenants of which nothing else is known. */
  static BulkTargets of(List<TenantId> ids) {
    return new BulkTargets(ids, Set.of(), Map.of(), 0);
  }

  /** Returns what takes an action back from those that took it. */
  BulkTargets after(BulkOutcome outcome) {
    return new BulkTargets(outcome.done(), suspended, Map.of(), 0);
  }
}
