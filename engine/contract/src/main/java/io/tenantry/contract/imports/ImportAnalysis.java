package io.tenantry.contract.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a shared database holds, seen by tenant.
 *
 * @param routingField the column that was asked for
 * @param tenants one entry per value of the column, by tenant id
 * @param tables its tables by name
 * @param warnings what would be copied whole, left out, or cannot be decided
 */
public record ImportAnalysis(
    String routingField,
    List<TenantRows> tenants,
    List<SourceTable> tables,
    List<String> warnings) {
  /** Copies the lists. */
  public ImportAnalysis {
    tenants = List.copyOf(tenants);
    tables = List.copyOf(tables);
    warnings = List.copyOf(warnings);
  }

  /**
   * A value of the routing field.
   *
   * @param value as text; a blob in hexadecimal after {@code x}
   * @param tenantId the tenant that its rows go to
   * @param rows how many rows belong to it, over all tables that are split
   * @param rowsByTable the same by table; tables without such rows are missing (an extension)
   */
  public record TenantRows(
      String value, String tenantId, long rows, Map<String, Long> rowsByTable) {
    /** Copies the counts. */
    public TenantRows {
      rowsByTable = Collections.unmodifiableMap(new LinkedHashMap<>(rowsByTable));
    }
  }

  /**
   * A table of the source.
   *
   * @param name its name
   * @param rows how many rows it has
   * @param hasRoutingField whether it has the column itself
   * @param reachedBy the reference over which its rows are assigned, {@code table.column}; absent
   *     for tables with the column and for those that are copied whole
   * @param unassignedRows rows that belong to no tenant, because the column or a reference on the
   *     way is NULL or points nowhere; they are not copied (an extension)
   */
  public record SourceTable(
      String name,
      long rows,
      boolean hasRoutingField,
      Optional<String> reachedBy,
      long unassignedRows) {}
}
