package io.tenantry.contract.workspaces;

import java.util.List;

/**
 * An index to create.
 *
 * @param name its name
 * @param columns its columns in order, at least one
 * @param unique whether values must differ
 */
public record IndexDefinition(String name, List<String> columns, boolean unique) {
  /** Copies the columns. */
  public IndexDefinition {
    columns = List.copyOf(columns);
  }
}
