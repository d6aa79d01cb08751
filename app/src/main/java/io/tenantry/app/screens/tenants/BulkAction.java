package io.tenantry.app.screens.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one action on chosen tenants, or on all that match a filter. Worker thread. */
final class BulkAction {
  private static final int PAGE = 1000;

  private final Tenants tenants;
  private final TenantAction action;

  BulkAction(Tenants tenants, TenantAction action) {
    this.tenants = tenants;
    this.action = action;
  }

  BulkOutcome onRows(List<TenantRow> rows) {
    Map<TenantId, TenantStatus> targets = new LinkedHashMap<>();
    rows.forEach(row -> targets.put(row.id(), row.status()));
    return on(targets);
  }

  /** The targets are listed first: the action itself may change what the filter matches. */
  BulkOutcome onAllMatching(TenantFilter filter) {
    Map<TenantId, TenantStatus> targets = new LinkedHashMap<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Tenant> page = tenants.list(filter, new PageRequest(Optional.of(PAGE), cursor));
      page.items().forEach(tenant -> targets.put(tenant.tenantId(), tenant.status()));
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    return on(targets);
  }

  private BulkOutcome on(Map<TenantId, TenantStatus> targets) {
    int done = 0;
    int passedOver = 0;
    List<String> failures = new ArrayList<>();
    for (Map.Entry<TenantId, TenantStatus> target : targets.entrySet()) {
      if (!action.appliesTo(target.getValue())) {
        passedOver++;
        continue;
      }
      try {
        action.run(tenants, target.getKey());
        done++;
      } catch (EngineException e) {
        failures.add(target.getKey() + ": " + e.message());
      }
    }
    return new BulkOutcome(done, passedOver, failures);
  }
}
