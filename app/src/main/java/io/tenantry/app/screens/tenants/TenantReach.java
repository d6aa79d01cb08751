package io.tenantry.app.screens.tenants;

import io.tenantry.app.lists.Chosen;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Counts the tenants that something can be done to, by what the engine says of them. Worker thread.
 */
final class TenantReach {
  private static final int MOST_ASKED = 50;

  private final Tenants tenants;
  private final Predicate<TenantStatus> suits;

  TenantReach(Tenants tenants, Predicate<TenantStatus> suits) {
    this.tenants = tenants;
    this.suits = suits;
  }

  /** Counts those a filter lets through; empty when too many were taken out of them one by one. */
  OptionalLong under(Chosen.Matching<ListedTenant> matching) {
    if (matching.except().size() > MOST_ASKED) {
      return OptionalLong.empty();
    }
    TenantFilter filter = TenantTerms.parse(matching.filter(), TenantFilter.Sort.ID);
    long all =
        filter.status().isPresent()
            ? suits(filter.status().get()) * matching.total()
            : Arrays.stream(TenantStatus.values())
                .filter(status -> suits(status) > 0 && status != TenantStatus.DELETED)
                .mapToLong(status -> count(filter, status))
                .sum();
    return OptionalLong.of(Math.max(0, all - among(matching.except())));
  }

  private long suits(TenantStatus status) {
    return suits.test(status) ? 1 : 0;
  }

  private long count(TenantFilter filter, TenantStatus status) {
    return tenants.list(filter.in(status), PageRequest.at(0, 1)).total();
  }

  private long among(Set<String> ids) {
    return ids.stream().map(TenantId::new).mapToLong(this::applies).sum();
  }

  private long applies(TenantId id) {
    try {
      return suits(tenants.get(id).status());
    } catch (EngineException e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      return 0;
    }
  }
}
