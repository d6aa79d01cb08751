package io.tenantry.app.screens.workspaces;

import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.IndexDefinition;
import io.tenantry.contract.workspaces.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads table definitions as the HTTP interface takes them, from a text in the form. Any thread.
 */
final class TablesJson {
  static final String EXAMPLE =
      """
      {
        "tables": [
          {
            "name": "customers",
            "columns": [
              { "name": "id", "type": "INTEGER", "primary_key": true },
              { "name": "email", "type": "TEXT", "nullable": false, "unique": true },
              { "name": "created_at", "type": "TEXT", "default": "CURRENT_TIMESTAMP" }
            ],
            "indexes": [
              { "name": "customers_created_at", "columns": ["created_at"] }
            ]
          }
        ]
      }
      """;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TablesJson() {}

  /**
   * Reads {@code {"tables":[…]}} or the array alone.
   *
   * @throws EngineException BAD_REQUEST naming line and column, or the table that is wrong
   */
  static ImportSchema.FromTables read(String text) {
    JsonNode root = parse(text);
    JsonNode tables = root.isArray() ? root : root.path("tables");
    if (!tables.isArray() || tables.isEmpty()) {
      throw EngineException.badField("json", Text.of("workspaces.json.noTables"));
    }
    List<TableDefinition> all = new ArrayList<>();
    for (JsonNode table : tables) {
      all.add(table(table));
    }
    return new ImportSchema.FromTables(all);
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw EngineException.badField(
          "json", Text.of("workspaces.json.broken", line, column, e.getOriginalMessage()));
    }
  }

  private static TableDefinition table(JsonNode table) {
    List<ColumnDefinition> columns = new ArrayList<>();
    for (JsonNode column : table.path("columns")) {
      columns.add(column(column));
    }
    List<IndexDefinition> indexes = new ArrayList<>();
    for (JsonNode index : table.path("indexes")) {
      List<String> names = new ArrayList<>();
      index.path("columns").forEach(name -> names.add(name.asString("")));
      indexes.add(
          new IndexDefinition(
              index.path("name").asString(""), names, index.path("unique").asBoolean(false)));
    }
    return new TableDefinition(table.path("name").asString(""), columns, indexes);
  }

  private static ColumnDefinition column(JsonNode column) {
    return new ColumnDefinition(
        column.path("name").asString(""),
        column.path("type").asString(""),
        column.path("nullable").asBoolean(true),
        text(column, "default"),
        column.path("primary_key").asBoolean(false),
        column.path("unique").asBoolean(false),
        text(column, "references"));
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.asString(""));
  }
}
