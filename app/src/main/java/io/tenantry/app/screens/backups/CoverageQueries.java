package io.tenantry.app.screens.backups;

import io.tenantry.app.fx.Order;
import io.tenantry.app.lists.ListQuery;
import io.tenantry.app.lists.ListSource;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.backups.CoverageFilter.Sort;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.util.Optional;
import java.util.OptionalLong;

/** Lists of tenants by how they stand with their backups. */
final class CoverageQueries implements ListSource<BackupCoverage> {
  private final BackupFleet fleet;

  CoverageQueries(BackupFleet fleet) {
    this.fleet = fleet;
  }

  @Override
  public ListQuery<BackupCoverage> query(String filter, Optional<Order> order) {
    return new Query(CoverageTerms.parse(filter, order.map(CoverageQueries::sort).orElse(Sort.ID)));
  }

  /** By id unless the user wants another order, as in every list of tenants. */
  private static Sort sort(Order order) {
    boolean down = order.descending();
    return switch (order.column()) {
      case "tenant" -> down ? Sort.ID_DESC : Sort.ID;
      case "size" -> down ? Sort.SIZE_DESC : Sort.SIZE;
      default -> down ? Sort.AGE_DESC : Sort.AGE;
    };
  }

  private final class Query implements ListQuery<BackupCoverage> {
    private final CoverageFilter filter;

    Query(CoverageFilter filter) {
      this.filter = filter;
    }

    @Override
    public Page<BackupCoverage> page(long offset, int limit) {
      return fleet.list(filter, PageRequest.at(offset, limit));
    }

    /** The engine finds no place of a name under these orders. */
    @Override
    public OptionalLong startingWith(String prefix) {
      return OptionalLong.empty();
    }

    @Override
    public OptionalLong position(String key) {
      return OptionalLong.empty();
    }
  }
}
