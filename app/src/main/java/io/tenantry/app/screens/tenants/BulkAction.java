package io.tenantry.app.screens.tenants;

import io.tenantry.app.lists.Chosen;
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
import java.util.Set;

/** Runs one action on chosen tenants, or on all that a filter lets through. Worker thread. */
final class BulkAction {
  private static final int PAGE = 1000;

  private final Tenants tenants;
  private final TenantAction action;
  private final Progress progress;

  /** Is told how far it is, and says whether to go on. */
  interface Progress {
    /** So many are through. */
    void reached(long done, long total);

    /** Says whether it shall end after the tenant it is at. */
    boolean isCancelled();
  }

  BulkAction(Tenants tenants, TenantAction action, Progress progress) {
    this.tenants = tenants;
    this.action = action;
    this.progress = progress;
  }

  BulkOutcome on(Chosen<TenantRow> chosen) {
    return switch (chosen) {
      case Chosen.Rows<TenantRow>(List<TenantRow> rows) -> onRows(rows);
      case Chosen.Matching<TenantRow>(String filter, long _, Set<String> except) ->
          onMatching(TenantTerms.parse(filter, TenantFilter.Sort.CREATED), except);
    };
  }

  private BulkOutcome onRows(List<TenantRow> rows) {
    Map<TenantId, TenantStatus> targets = new LinkedHashMap<>();
    rows.forEach(row -> targets.put(row.id(), row.status()));
    return on(targets);
  }

  /** The targets are listed first: the action itself may change what the filter lets through. */
  private BulkOutcome onMatching(TenantFilter filter, Set<String> except) {
    Map<TenantId, TenantStatus> targets = new LinkedHashMap<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Tenant> page = tenants.list(filter, new PageRequest(Optional.of(PAGE), cursor));
      page.items().stream()
          .filter(tenant -> !except.contains(tenant.tenantId().value()))
          .forEach(tenant -> targets.put(tenant.tenantId(), tenant.status()));
      cursor = page.nextCursor();
    } while (cursor.isPresent() && !progress.isCancelled());
    return on(targets);
  }

  private BulkOutcome on(Map<TenantId, TenantStatus> targets) {
    int done = 0;
    int passedOver = 0;
    int reached = 0;
    List<String> failures = new ArrayList<>();
    for (Map.Entry<TenantId, TenantStatus> target : targets.entrySet()) {
      progress.reached(reached, targets.size());
      if (progress.isCancelled()) {
        break;
      }
      reached++;
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
    return new BulkOutcome(done, passedOver, targets.size() - reached, failures);
  }
}
