package io.tenantry.wire.backups;

import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.json.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A filter of tenants by their backups as query parameters, and back. */
public final class CoverageFilters {
  /** The parameters it is written with. */
  public static final List<String> NAMES = List.of("search", "state", "blueprint", "sort");

  private CoverageFilters() {}

  /** Writes a filter; what does not restrict is left out. */
  public static QueryParameters write(CoverageFilter filter) {
    return QueryParameters.none()
        .with("search", filter.search())
        .with("state", filter.state().map(BackupCoverage.State::code))
        .with("blueprint", filter.blueprint())
        .with("sort", code(filter.sort()));
  }

  /** Reads a filter; a bad value is BAD_REQUEST naming the parameter. */
  public static CoverageFilter read(QueryParameters parameters) {
    return new CoverageFilter(
        parameters.text("search"),
        parameters.coded("state", BackupCoverage.State.class),
        parameters.text("blueprint").map(WorkspaceName::existingBlueprint),
        parameters.text("sort").map(CoverageFilters::sort).orElse(CoverageFilter.Sort.ID));
  }

  private static CoverageFilter.Sort sort(String code) {
    return Arrays.stream(CoverageFilter.Sort.values())
        .filter(sort -> code(sort).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Fields.notOneOf(
                    "sort",
                    Arrays.stream(CoverageFilter.Sort.values())
                        .map(CoverageFilters::code)
                        .toList()));
  }

  private static String code(CoverageFilter.Sort sort) {
    return sort.name().toLowerCase(Locale.ROOT);
  }
}
