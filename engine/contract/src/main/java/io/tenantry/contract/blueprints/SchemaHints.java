package io.tenantry.contract.blueprints;

import java.util.Map;

/**
 * What the schemas alone cannot tell: that something new is something old under another name.
 * Without a hint the old is dropped with its values and the new is made empty.
 *
 * @param tableRenames old name to new name of a table
 * @param columnRenames {@code table.old} to the new name of the column; the table by its old name
 */
public record SchemaHints(Map<String, String> tableRenames, Map<String, String> columnRenames) {
  private static final SchemaHints NONE = new SchemaHints(Map.of(), Map.of());

  /** Copies the names. */
  public SchemaHints {
    tableRenames = Map.copyOf(tableRenames);
    columnRenames = Map.copyOf(columnRenames);
  }

  /** Nothing was renamed. */
  public static SchemaHints none() {
    return NONE;
  }

  /** Returns whether nothing was renamed. */
  public boolean isEmpty() {
    return tableRenames.isEmpty() && columnRenames.isEmpty();
  }
}
