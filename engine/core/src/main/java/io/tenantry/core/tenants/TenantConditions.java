package io.tenantry.core.tenants;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.core.access.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a filter and a scope ask of a tenant {@code t}, as conditions in SQL. */
final class TenantConditions {
  private static final String READY = " FROM tenant_database d WHERE d.status = 'ready'";
  private static final String OF_BLUEPRINT =
      " AND d.blueprint_id = (SELECT id FROM blueprint WHERE project_id = :project"
          + " AND name = :blueprint)";
  static final String OF_SCOPE =
      " AND d.blueprint_id IN (SELECT id FROM blueprint WHERE project_id = :project"
          + " AND name IN (SELECT value FROM json_each(:scope)))";

  private final TenantFilter filter;
  private final List<String> ofTenant = new ArrayList<>();
  private final List<String> ofDatabase = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** How rows are found. */
  enum Way {
    /** From one row to the next in the order of an index, until a page is full. */
    WALK,
    /** As {@link #WALK}, but by name: an index of the status must not be taken. */
    WALK_BY_NAME,
    /** Many rows of which few are given or none, so that it pays to know all databases first. */
    COUNT,
    /** As {@link #COUNT}, by name. */
    COUNT_BY_NAME;

    boolean isByName() {
      return this == WALK_BY_NAME || this == COUNT_BY_NAME;
    }

    boolean isCount() {
      return this == COUNT || this == COUNT_BY_NAME;
    }
  }

  TenantConditions(ProjectId project, Scope scope, TenantFilter filter) {
    this.filter = filter;
    ofTenant.add("t.project_id = :project");
    values.put("project", project.value());
    addScope(scope);
    filter.search().ifPresent(this::addSearch);
    filter.status().ifPresent(status -> values.put("status", status.code()));
    addDatabase(scope);
  }

  private void addScope(Scope scope) {
    switch (scope.type()) {
      case PROJECT, WORKSPACE -> {}
      case TENANT -> ofTenant.add("t.name IN (SELECT value FROM json_each(:scope))");
    }
    if (!scope.isProject()) {
      values.put("scope", Ids.jsonTexts(scope.values()));
    }
  }

  private void addSearch(String text) {
    int number = 0;
    for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      ofTenant.add("instr(t.name, :search" + number + ") > 0");
      values.put("search" + number, word);
      number++;
    }
  }

  /** All of it is asked of one database, which is in the scope. */
  private void addDatabase(Scope scope) {
    StringBuilder parts = new StringBuilder(scope.type() == ScopeType.WORKSPACE ? OF_SCOPE : "");
    filter
        .blueprint()
        .ifPresent(
            name -> {
              parts.append(OF_BLUEPRINT);
              values.put("blueprint", name.value());
            });
    filter.version().ifPresent(range -> parts.append(" AND ").append(inside(range)));
    filter
        .isolationLevel()
        .ifPresent(
            level -> {
              parts.append(" AND d.isolation_level = :level");
              values.put("level", level);
            });
    filter
        .concern()
        .ifPresent(concern -> parts.append(" AND ").append(TenantConcerns.condition(concern)));
    if (!parts.isEmpty()) {
      ofDatabase.add(parts.toString());
    }
  }

  /** All versions have the major number 1; for another one the answer is the same for all. */
  private String inside(VersionRange range) {
    if (range.version().major() != Version.EMPTY.major()) {
      return range.contains(Version.EMPTY) ? "TRUE" : "FALSE";
    }
    values.put("minor", range.version().minor());
    return switch (range.bound()) {
      case IS -> "d.minor = :minor";
      case BELOW -> "d.minor < :minor";
      case UP_TO -> "d.minor <= :minor";
      case ABOVE -> "d.minor > :minor";
      case FROM -> "d.minor >= :minor";
    };
  }

  /** Says whether few tenants are expected, or none: to look at each would be the long way. */
  boolean isSparse() {
    return filter.concern().isPresent();
  }

  /** Returns the values of the conditions. */
  Map<String, Object> values() {
    return values;
  }

  /** Returns the conditions and some more behind {@code WHERE}. */
  String where(Way way, String... more) {
    return Stream.of(
            ofTenant.stream(),
            Stream.of(status(way)),
            ofDatabase.stream().map(parts -> database(way, parts)),
            Arrays.stream(more))
        .flatMap(each -> each)
        .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  private static String database(Way way, String parts) {
    return way.isCount()
        ? "+t.id IN (SELECT d.tenant_id" + READY + parts + ")"
        : "EXISTS (SELECT 1" + READY + " AND d.tenant_id = t.id" + parts + ")";
  }

  private String status(Way way) {
    if (filter.status().isPresent()) {
      return way.isByName() ? "+t.status = :status" : "t.status = :status";
    }
    if (filter.includeDeleted()) {
      return "TRUE";
    }
    return "t.status <> 'deleted'";
  }
}
