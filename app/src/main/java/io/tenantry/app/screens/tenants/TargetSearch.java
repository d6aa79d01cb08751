package io.tenantry.app.screens.tenants;

import io.tenantry.app.lists.Chosen;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds out which of the chosen tenants can take something now. Worker thread. */
final class TargetSearch {
  private static final int PAGE = 1000;

  private final Tenants tenants;
  private final Predicate<TenantStatus> suits;
  private final BulkProgress progress;
  private final List<TenantId> ids = new ArrayList<>();
  private final Set<TenantId> suspended = new HashSet<>();
  private final Map<WorkspaceName, List<TenantId>> having = new TreeMap<>();
  private long passedOver;

  TargetSearch(Tenants tenants, Predicate<TenantStatus> suits, BulkProgress progress) {
    this.tenants = tenants;
    this.suits = suits;
    this.progress = progress;
  }

  /** Returns those of the chosen tenants that can take it. */
  BulkTargets among(Chosen<ListedTenant> chosen) {
    switch (chosen) {
      case Chosen.Rows<ListedTenant>(List<ListedTenant> rows) -> search(rows);
      case Chosen.Matching<ListedTenant>(String filter, long total, Set<String> except) ->
          search(TenantTerms.parse(filter, TenantFilter.Sort.ID), total, except);
    }
    return new BulkTargets(ids, suspended, having, passedOver);
  }

  /** A tenant can have changed since its row was read, so the engine is asked again. */
  private void search(List<ListedTenant> rows) {
    int read = 0;
    for (ListedTenant row : rows) {
      progress.reached(read++, rows.size());
      if (progress.isCancelled()) {
        break;
      }
      addNow(row.id());
    }
  }

  private void search(TenantFilter filter, long total, Set<String> except) {
    long read = 0;
    Optional<String> cursor = Optional.empty();
    do {
      Page<Tenant> page = tenants.list(filter, new PageRequest(Optional.of(PAGE), cursor));
      page.items().stream()
          .filter(tenant -> !except.contains(tenant.tenantId().value()))
          .forEach(this::add);
      read += page.items().size();
      progress.reached(read, Math.max(read, total));
      cursor = page.nextCursor();
    } while (cursor.isPresent() && !progress.isCancelled());
  }

  /** One that is gone for good cannot take anything. */
  private void addNow(TenantId id) {
    try {
      add(tenants.get(id));
    } catch (EngineException e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      passedOver++;
    }
  }

  private void add(Tenant tenant) {
    if (!suits.test(tenant.status())) {
      passedOver++;
      return;
    }
    TenantId id = tenant.tenantId();
    ids.add(id);
    if (tenant.status() == TenantStatus.SUSPENDED) {
      suspended.add(id);
    }
    tenant.databases().stream()
        .map(TenantDatabase::blueprint)
        .distinct()
        .forEach(name -> having.computeIfAbsent(name, _ -> new ArrayList<>()).add(id));
  }
}
