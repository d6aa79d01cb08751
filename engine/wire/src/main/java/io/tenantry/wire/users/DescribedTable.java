package io.tenantry.wire.users;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A table as {@code describe} shows it.
 *
 * @param table its name
 * @param description absent: none is stored
 * @param columns its columns in order
 * @param foreignKeys its references to other tables
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record DescribedTable(
    String table,
    Optional<String> description,
    List<DescribedColumn> columns,
    List<WorkspaceSchema.ForeignKey> foreignKeys) {

  /**
   * A column.
   *
   * @param name its name
   * @param type its declared type
   * @param nullable whether it may be NULL
   */
  public record DescribedColumn(String name, String type, boolean nullable) {}

  static DescribedTable of(WorkspaceSchema.Table table) {
    return new DescribedTable(
        table.name(),
        Optional.empty(),
        table.columns().stream()
            .map(column -> new DescribedColumn(column.name(), column.type(), column.nullable()))
            .toList(),
        table.foreignKeys());
  }
}
