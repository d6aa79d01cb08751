package io.tenantry.wire.tenants;

import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.json.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A tenant filter as query parameters, and back. */
public final class TenantFilters {
  private TenantFilters() {}

  /** Writes a filter; what does not restrict is left out. */
  public static QueryParameters write(TenantFilter filter) {
    QueryParameters parameters = QueryParameters.none();
    if (filter.includeDeleted()) {
      parameters = parameters.with("include_deleted", true);
    }
    parameters =
        parameters
            .with("search", filter.search())
            .with("status", filter.status().map(TenantStatus::code))
            .with("blueprint", filter.blueprint())
            .with("version", filter.version())
            .with("isolation_level", filter.isolationLevel())
            .with("concern", filter.concern().map(TenantConcern::code));
    return filter.sort() == TenantFilter.Sort.CREATED
        ? parameters
        : parameters.with("sort", code(filter.sort()));
  }

  /** Reads a filter; a bad value is BAD_REQUEST naming the parameter. */
  public static TenantFilter read(QueryParameters parameters) {
    return new TenantFilter(
        parameters.flag("include_deleted"),
        parameters.text("search"),
        parameters.coded("status", TenantStatus.class),
        parameters.text("blueprint").map(WorkspaceName::existingBlueprint),
        parameters.text("version").map(VersionRange::parse),
        parameters.integer("isolation_level"),
        parameters.coded("concern", TenantConcern.class),
        parameters.text("sort").map(TenantFilters::sort).orElse(TenantFilter.Sort.CREATED));
  }

  private static TenantFilter.Sort sort(String code) {
    List<TenantFilter.Sort> all = List.of(TenantFilter.Sort.values());
    return all.stream()
        .filter(sort -> code(sort).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Fields.notOneOf(
                    "sort",
                    Arrays.stream(TenantFilter.Sort.values()).map(TenantFilters::code).toList()));
  }

  private static String code(TenantFilter.Sort sort) {
    return sort.name().toLowerCase(Locale.ROOT);
  }
}
