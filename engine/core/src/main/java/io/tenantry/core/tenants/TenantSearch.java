package io.tenantry.core.tenants;

import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Scope;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a filter into SQL whose plan is known for 100,000 tenants: a page walks the index of its
 * order, and reads the rows of those tenants only that it gives. Values are always bound.
 */
final class TenantSearch {
  private static final String COLUMNS =
      "SELECT t.id, t.name, t.status, t.status_since, t.proxy_password_sealed, t.created_at";
  private static final String PLACE = "SELECT t.id, t.name, t.status FROM tenant t";
  private static final String COUNT = "SELECT count(*) FROM tenant t";

  private final TenantConditions conditions;
  private final TenantOrder order;

  TenantSearch(ProjectId project, Scope scope, TenantFilter filter) {
    this.conditions = new TenantConditions(project, scope, filter);
    this.order = new TenantOrder(filter.sort());
  }

  /**
   * A query.
   *
   * @param sql with named parameters
   * @param values of the parameters
   */
  record Statement(String sql, Map<String, Object> values) {}

  /** Returns the query that counts the whole list; the same for every order. */
  Statement total() {
    return statement(COUNT + conditions.where(TenantConditions.Way.COUNT), Map.of());
  }

  /** Returns the query for one page; it asks for one row more than wanted. */
  Statement page(PageRequest page) {
    return page.offset().isPresent() ? pageAt(page, page.offset().get()) : pageBehind(page);
  }

  private Statement pageBehind(PageRequest page) {
    Map<String, Object> values = new LinkedHashMap<>();
    page.cursor().ifPresent(cursor -> values.putAll(order.values(cursor)));
    String[] behind = page.cursor().isPresent() ? new String[] {order.behind()} : new String[0];
    page.limit().ifPresent(limit -> values.put("limit", limit + 1));
    return statement(
        COLUMNS
            + " FROM tenant t"
            + conditions.where(way(false), behind)
            + order.by()
            + (page.limit().isPresent() ? " LIMIT :limit" : ""),
        values);
  }

  /** What stands before the page is passed over inside an index, without reading the rows. */
  private Statement pageAt(PageRequest page, long offset) {
    return statement(
        COLUMNS
            + " FROM (SELECT t.id FROM tenant t"
            + conditions.where(way(true))
            + order.by()
            + " LIMIT :limit OFFSET :offset) p CROSS JOIN tenant t ON t.id = p.id"
            + order.byWithoutIndex(),
        Map.of("limit", page.limit().map(limit -> limit + 1).orElse(-1), "offset", offset));
  }

  /** Returns the query for the place of one tenant. */
  Statement place(TenantId tenant) {
    return statement(
        PLACE + conditions.where(way(false), "t.name = :name"), Map.of("name", tenant.value()));
  }

  /** Returns the query for the place of the first tenant whose id begins with a text. */
  Statement firstStartingWith(String prefix) {
    String begin = prefix.toLowerCase(Locale.ROOT);
    return statement(
        PLACE
            + conditions.where(
                TenantConditions.Way.COUNT_BY_NAME, "t.name >= :begin", "t.name < :end")
            + (order.isByName() ? order.by() : order.byWithoutIndex())
            + " LIMIT 1",
        Map.of("begin", begin, "end", begin + Character.MAX_VALUE));
  }

  /** Returns the query that counts the tenants standing before a place. */
  Statement before(TenantOrder.Place place) {
    return statement(COUNT + conditions.where(way(true), order.before()), order.values(place));
  }

  /** Writes where the next page starts. */
  String cursorAfter(TenantRow last) {
    return order.cursor(
        new TenantOrder.Place(last.id(), last.name().value(), last.status().code()));
  }

  private TenantConditions.Way way(boolean passesMany) {
    boolean isCount = passesMany || conditions.isSparse();
    if (order.isByName()) {
      return isCount ? TenantConditions.Way.COUNT_BY_NAME : TenantConditions.Way.WALK_BY_NAME;
    }
    return isCount ? TenantConditions.Way.COUNT : TenantConditions.Way.WALK;
  }

  private Statement statement(String sql, Map<String, Object> more) {
    Map<String, Object> values = new LinkedHashMap<>(conditions.values());
    values.putAll(more);
    return new Statement(sql, values);
  }
}
