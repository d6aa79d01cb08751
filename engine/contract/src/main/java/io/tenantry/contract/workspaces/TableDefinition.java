package io.tenantry.contract.workspaces;

import java.util.List;

/**
 * A table to create.
 *
 * @param name its name
 * @param columns its columns, at least one
 * @param indexes its indexes
 */
public record TableDefinition(
    String name, List<ColumnDefinition> columns, List<IndexDefinition> indexes) {
  /** Copies the lists. */
  public TableDefinition {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }
}
