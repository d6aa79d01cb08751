package io.tenantry.core.sources;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.IndexDefinition;
import io.tenantry.contract.workspaces.TableDefinition;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.List;
import java.util.Optional;

/** Reads {@code {"tables":[…]}} from a fetched document, as requests spell it. */
final class TablesDocument {
  private static final String TABLES =
      """
      SELECT t.key, t.value ->> '$.name', json_type(t.value, '$.columns')
      FROM document, json_each(text, '$.tables') t
      ORDER BY t.key
      """;
  private static final String COLUMNS =
      """
      SELECT value ->> '$.name', value ->> '$.type', value ->> '$.nullable',
             value ->> '$.default', coalesce(value ->> '$.primary_key', 0),
             coalesce(value ->> '$.unique', 0), value ->> '$.references'
      FROM document, json_each(text, '$.tables[' || ? || '].columns')
      ORDER BY key
      """;
  private static final String INDEXES =
      """
      SELECT value ->> '$.name', coalesce(value ->> '$.unique', 0), key
      FROM document, json_each(text, '$.tables[' || ? || '].indexes')
      ORDER BY key
      """;
  private static final String INDEX_COLUMNS =
      """
      SELECT atom
      FROM document, json_each(text, '$.tables[' || ? || '].indexes[' || ? || '].columns')
      ORDER BY key
      """;

  private final JsonDocument document;

  TablesDocument(JsonDocument document) {
    this.document = document;
  }

  /** Returns the tables of a document that is JSON. */
  List<TableDefinition> tables() {
    List<TableDefinition> tables = document.query(TABLES, this::table);
    if (tables.isEmpty()) {
      throw EngineException.badField(
          "url", "url: the document must have tables: {\"tables\":[{\"name\",\"columns\"}]}");
    }
    return tables;
  }

  private TableDefinition table(SqliteStatement row) {
    Value position = row.value(0);
    if (!row.value(2).toString().equals("array")) {
      throw EngineException.badField(
          "url", "url: tables[%s].columns must be an array".formatted(position));
    }
    return new TableDefinition(
        required(row, 1, "tables[" + position + "].name"),
        document.query(COLUMNS, column -> column(column, position), position),
        document.query(INDEXES, index -> index(index, position), position));
  }

  private static ColumnDefinition column(SqliteStatement row, Value table) {
    boolean primaryKey = isTrue(row, 4);
    String where = "tables[" + table + "].columns";
    return new ColumnDefinition(
        required(row, 0, where + ".name"),
        required(row, 1, where + ".type"),
        row.value(2) instanceof Value.Null ? !primaryKey : isTrue(row, 2),
        optional(row, 3),
        primaryKey,
        isTrue(row, 5),
        optional(row, 6));
  }

  private IndexDefinition index(SqliteStatement row, Value table) {
    return new IndexDefinition(
        required(row, 0, "tables[" + table + "].indexes.name"),
        document.query(INDEX_COLUMNS, column -> column.value(0).toString(), table, row.value(2)),
        isTrue(row, 1));
  }

  private static boolean isTrue(SqliteStatement row, int column) {
    return row.value(column) instanceof Value.Integer(long flag) && flag != 0;
  }

  private static Optional<String> optional(SqliteStatement row, int column) {
    Value value = row.value(column);
    return value instanceof Value.Null ? Optional.empty() : Optional.of(value.toString());
  }

  private static String required(SqliteStatement row, int column, String field) {
    return optional(row, column)
        .orElseThrow(() -> EngineException.badField("url", "url: " + field + " is required"));
  }
}
