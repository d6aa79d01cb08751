package io.tenantry.core.tenants;

import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.access.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a filter into SQL whose plan is known for 100,000 tenants: a page walks the index of its
 * order from the cursor on and tests row by row; the total counts inside an index where it can.
 * Values are always bound.
 */
final class TenantSearch {
  private static final String DATABASE =
      "EXISTS (SELECT 1 FROM tenant_database d WHERE d.tenant_id = t.id AND d.status = 'ready'";
  private static final String OF_BLUEPRINT =
      " AND d.blueprint_id = (SELECT id FROM blueprint WHERE project_id = :project"
          + " AND name = :blueprint)";
  private static final String OF_SCOPE =
      " AND d.blueprint_id IN (SELECT id FROM blueprint WHERE project_id = :project"
          + " AND name IN (SELECT value FROM json_each(:scope)))";
  private static final String OUTSIDE_TRASH =
      Arrays.stream(TenantStatus.values())
          .filter(status -> status != TenantStatus.DELETED)
          .map(status -> "'" + status.code() + "'")
          .collect(Collectors.joining(", ", "t.status IN (", ")"));

  private final TenantFilter filter;
  private final Scope scope;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  TenantSearch(ProjectId project, Scope scope, TenantFilter filter) {
    this.filter = filter;
    this.scope = scope;
    conditions.add("t.project_id = :project");
    values.put("project", project.value());
    addScope();
    addSearch();
    addDatabase();
  }

  private void addScope() {
    switch (scope.type()) {
      case PROJECT -> {}
      case TENANT -> conditions.add("t.name IN (SELECT value FROM json_each(:scope))");
      case WORKSPACE -> conditions.add(DATABASE + OF_SCOPE + ")");
    }
    if (!scope.isProject()) {
      values.put("scope", Ids.jsonTexts(scope.values()));
    }
  }

  private void addSearch() {
    filter
        .search()
        .ifPresent(
            text -> {
              conditions.add("instr(t.name, :search) > 0");
              values.put("search", text.toLowerCase(Locale.ROOT));
            });
  }

  private void addDatabase() {
    StringBuilder parts = new StringBuilder();
    filter
        .blueprint()
        .ifPresent(
            name -> {
              parts.append(OF_BLUEPRINT);
              values.put("blueprint", name.value());
            });
    filter
        .version()
        .ifPresent(
            version -> {
              parts.append(version.major() == 1 ? " AND d.minor = :minor" : " AND FALSE");
              values.put("minor", version.minor());
            });
    filter
        .isolationLevel()
        .ifPresent(
            level -> {
              parts.append(" AND d.isolation_level = :level");
              values.put("level", level);
            });
    if (!parts.isEmpty()) {
      conditions.add(DATABASE + parts + ")");
    }
  }

  /** Returns the values of all parameters, those of the last page asked for included. */
  Map<String, Object> values() {
    return values;
  }

  /** Returns the query for one page; it asks for one row more than wanted. */
  String page(PageRequest page) {
    Stream<String> more = Stream.of(pageStatus());
    if (page.cursor().isPresent()) {
      more = Stream.concat(more, Stream.of(after(page.cursor().get())));
    }
    page.limit().ifPresent(limit -> values.put("limit", limit + 1));
    return "SELECT t.id, t.name, t.status, t.proxy_password_sealed, t.created_at FROM tenant t"
        + where(more)
        + " ORDER BY "
        + (byName() ? "t.name" : "t.id")
        + (backwards() ? " DESC" : "")
        + (page.limit().isPresent() ? " LIMIT :limit" : "");
  }

  /** Returns the query that counts the whole list. */
  String total() {
    return "SELECT count(*) FROM tenant t" + where(Stream.of(countStatus()));
  }

  /** Returns the name of this list for its cursors. */
  String list() {
    return "tenants." + filter.sort().name().toLowerCase(Locale.ROOT);
  }

  /** Returns what a cursor says of the last row of a page. */
  String keyOf(TenantRow last) {
    return byName() ? last.name().value() : Long.toString(last.id());
  }

  private String after(String cursor) {
    values.put(
        "after", byName() ? ListCursor.key(list(), cursor) : ListCursor.number(list(), cursor));
    return (byName() ? "t.name" : "t.id") + (backwards() ? " < :after" : " > :after");
  }

  private String pageStatus() {
    if (filter.status().isPresent()) {
      values.put("status", filter.status().get().code());
      return byName() ? "+t.status = :status" : "t.status = :status";
    }
    return filter.includeDeleted() ? "TRUE" : "t.status <> 'deleted'";
  }

  private String countStatus() {
    if (filter.status().isPresent()) {
      values.put("status", filter.status().get().code());
      return "t.status = :status";
    }
    return filter.includeDeleted() ? "TRUE" : OUTSIDE_TRASH;
  }

  private String where(Stream<String> more) {
    return Stream.concat(conditions.stream(), more)
        .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  private boolean byName() {
    return switch (filter.sort()) {
      case ID, ID_DESC -> true;
      case CREATED, CREATED_DESC -> false;
    };
  }

  private boolean backwards() {
    return switch (filter.sort()) {
      case CREATED_DESC, ID_DESC -> true;
      case CREATED, ID -> false;
    };
  }
}
