package io.tenantry.app.screens.tenants;

import io.tenantry.app.lists.Chosen;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /** Returns those of the chosen tenants that can take it now. */
  BulkTargets targets(Chosen<TenantRow> chosen) {
    return switch (chosen) {
      case Chosen.Rows<TenantRow>(List<TenantRow> rows) -> ofRows(rows);
      case Chosen.Matching<TenantRow>(String filter, long total, Set<String> except) ->
          ofMatching(TenantTerms.parse(filter, TenantFilter.Sort.ID), total, except);
    };
  }

  /** A tenant can have changed since its row was read, so the engine is asked again. */
  private BulkTargets ofRows(List<TenantRow> rows) {
    Gathered found = new Gathered();
    int read = 0;
    for (TenantRow row : rows) {
      progress.reached(read++, rows.size());
      if (progress.isCancelled()) {
        break;
      }
      found.addNow(row.id());
    }
    return found.targets();
  }

  private BulkTargets ofMatching(TenantFilter filter, long total, Set<String> except) {
    Gathered found = new Gathered();
    long read = 0;
    Optional<String> cursor = Optional.empty();
    do {
      Page<Tenant> page = tenants.list(filter, new PageRequest(Optional.of(PAGE), cursor));
      for (Tenant tenant : page.items()) {
        if (!except.contains(tenant.tenantId().value())) {
          found.add(tenant.tenantId(), tenant.status());
        }
      }
      read += page.items().size();
      progress.reached(read, Math.max(read, total));
      cursor = page.nextCursor();
    } while (cursor.isPresent() && !progress.isCancelled());
    return found.targets();
  }

  private final class Gathered {
    private final List<TenantId> ids = new ArrayList<>();
    private final Set<TenantId> suspended = new HashSet<>();
    private long passedOver;

    void add(TenantId id, TenantStatus status) {
      if (!action.appliesTo(status)) {
        passedOver++;
        return;
      }
      ids.add(id);
      if (status == TenantStatus.SUSPENDED) {
        suspended.add(id);
      }
    }

    /** One that is gone for good cannot take anything. */
    void addNow(TenantId id) {
      try {
        add(id, tenants.get(id).status());
      } catch (EngineException e) {
        if (e.code() != ErrorCode.NOT_FOUND) {
          throw e;
        }
        passedOver++;
      }
    }

    BulkTargets targets() {
      return new BulkTargets(ids, suspended, passedOver);
    }
  }

  /** Does it. */
  BulkOutcome on(BulkTargets targets) {
    List<TenantId> done = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int reached = 0;
    for (TenantId target : targets.ids()) {
      progress.reached(reached, targets.ids().size());
      if (progress.isCancelled()) {
        break;
      }
      reached++;
      try {
        action.run(tenants, target, targets.suspended().contains(target));
        done.add(target);
      } catch (EngineException e) {
        failures.add(target + ": " + e.message());
      }
    }
    return new BulkOutcome(done, targets.ids().size() - reached, failures);
  }
}
