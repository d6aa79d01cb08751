package io.tenantry.core.differ;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.schema.Affinity;
import io.tenantry.core.schema.Cells;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.sql.SqlNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What SQLite's pragmas tell about a table, as far as rows depend on it.
 *
 * @param moved what those columns were called that have other names for a moment
 */
record TableFacts(
    List<Column> columns, boolean withoutRowid, boolean strict, Map<String, String> moved) {
  private static final String FLAGS =
      "SELECT wr, strict FROM pragma_table_list(?) WHERE schema = 'main'";
  private static final String COLUMNS =
      """
      SELECT name, type, "notnull", dflt_value, pk, hidden
      FROM pragma_table_xinfo(?)
      WHERE hidden <> 1
      ORDER BY cid
      """;
  private static final List<String> ROWID_NAMES = List.of("rowid", "_rowid_", "oid");

  static TableFacts read(SqliteDatabase database, String table) {
    return new TableFacts(
        database.query(COLUMNS, Column::of, Value.of(table)),
        database.query(FLAGS, row -> Cells.flag(row, 0), Value.of(table)).getFirst(),
        database.query(FLAGS, row -> Cells.flag(row, 1), Value.of(table)).getFirst(),
        Map.of());
  }

  TableFacts calling(Map<String, String> moved) {
    return new TableFacts(columns, withoutRowid, strict, moved);
  }

  /** Returns the name by which people know a column. */
  String called(Column column) {
    return moved.getOrDefault(column.name(), column.name());
  }

  Optional<Column> column(String name) {
    return columns.stream().filter(column -> SqlNames.same(column.name(), name)).findFirst();
  }

  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** Returns the column that is the row's number, if the table has one. */
  Optional<Column> rowidAlias() {
    List<Column> key = columns.stream().filter(column -> column.key() > 0).toList();
    return withoutRowid || key.size() != 1 || !SqlNames.same(key.getFirst().type(), "INTEGER")
        ? Optional.empty()
        : Optional.of(key.getFirst());
  }

  /** Returns a name of the row's number that no column of either table has. */
  static Optional<String> rowidName(TableFacts one, TableFacts other) {
    return one.withoutRowid || other.withoutRowid
        ? Optional.empty()
        : ROWID_NAMES.stream()
            .filter(name -> one.column(name).isEmpty() && other.column(name).isEmpty())
            .findFirst();
  }

  /**
   * A column that is visible.
   *
   * @param defaultValue an expression, empty for none
   * @param key place in the primary key, from 1; 0 outside of it
   * @param generated whether its values are computed
   * @param stored whether computed values lie in the file
   */
  record Column(
      String name,
      String type,
      boolean notNull,
      String defaultValue,
      int key,
      boolean generated,
      boolean stored) {
    private static final int VIRTUAL = 2;
    private static final int STORED = 3;

    static Column of(SqliteStatement row) {
      int hidden = Cells.number(row, 5);
      return new Column(
          Cells.text(row, 0),
          Cells.text(row, 1),
          Cells.flag(row, 2),
          Cells.text(row, 3),
          Cells.number(row, 4),
          hidden == VIRTUAL || hidden == STORED,
          hidden == STORED);
    }

    Affinity affinity() {
      return Affinity.of(type);
    }
  }
}
