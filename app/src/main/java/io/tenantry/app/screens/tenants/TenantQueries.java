package io.tenantry.app.screens.tenants;

import io.tenantry.app.fx.Order;
import io.tenantry.app.lists.ListQuery;
import io.tenantry.app.lists.ListSource;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantPosition;
import io.tenantry.contract.tenants.Tenants;
import java.util.Optional;
import java.util.OptionalLong;

/** The lists of tenants that an engine has, by filter and order. */
final class TenantQueries implements ListSource<ListedTenant> {
  private final Tenants tenants;

  TenantQueries(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public ListQuery<ListedTenant> query(String filter, Optional<Order> order) {
    return new Query(tenants, TenantTerms.parse(filter, sort(order)));
  }

  /** By id unless the user wants another order: that is how people look for names. */
  static TenantFilter.Sort sort(Optional<Order> order) {
    boolean down = order.map(Order::descending).orElse(false);
    return switch (order.map(Order::column).orElse("id")) {
      case "status" -> down ? TenantFilter.Sort.STATUS_DESC : TenantFilter.Sort.STATUS;
      case "created" -> down ? TenantFilter.Sort.CREATED_DESC : TenantFilter.Sort.CREATED;
      default -> down ? TenantFilter.Sort.ID_DESC : TenantFilter.Sort.ID;
    };
  }

  private record Query(Tenants tenants, TenantFilter filter) implements ListQuery<ListedTenant> {
    @Override
    public Page<ListedTenant> page(long offset, int limit) {
      Page<Tenant> page = tenants.list(filter, PageRequest.at(offset, limit));
      return new Page<>(
          page.items().stream().map(ListedTenant::of).toList(), page.total(), page.nextCursor());
    }

    @Override
    public OptionalLong startingWith(String prefix) {
      return found(tenants.firstStartingWith(filter, prefix));
    }

    @Override
    public OptionalLong position(String key) {
      return found(tenants.position(filter, new TenantId(key)));
    }

    private static OptionalLong found(Optional<TenantPosition> place) {
      return place.stream().mapToLong(TenantPosition::position).findFirst();
    }
  }
}
