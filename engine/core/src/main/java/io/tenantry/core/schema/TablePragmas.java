package io.tenantry.core.schema;

import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceSchema.Column;
import io.tenantry.contract.workspaces.WorkspaceSchema.ForeignKey;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What SQLite's pragmas tell about one table. */
final class TablePragmas {
  private static final String FLAGS =
      "SELECT strict, wr FROM pragma_table_list(?) WHERE schema = 'main'";
  private static final String COLUMNS =
      """
      SELECT name, type, "notnull", dflt_value, pk, hidden
      FROM pragma_table_xinfo(?)
      WHERE hidden <> 1
      ORDER BY cid
      """;
  private static final String INDEXES =
      """
      SELECT name, "unique", origin, partial FROM pragma_index_list(?) ORDER BY seq DESC
      """;
  private static final String INDEX_COLUMNS =
      """
      SELECT name FROM pragma_index_xinfo(?) WHERE "key" = 1 ORDER BY seqno
      """;
  private static final String FOREIGN_KEYS =
      """
      SELECT id, "table", "from", "to", on_delete, on_update
      FROM pragma_foreign_key_list(?)
      ORDER BY id DESC, seq
      """;

  private final SqliteDatabase database;

  TablePragmas(SqliteDatabase database) {
    this.database = database;
  }

  /** Kinds of tables. */
  record Flags(boolean strict, boolean withoutRowid) {}

  /**
   * An index.
   *
   * @param columns names; empty text where the index holds an expression
   */
  record IndexFacts(
      String name, boolean unique, String origin, boolean partial, List<String> columns) {

    /** Says whether it alone keeps the values of the column apart, without being the key. */
    boolean makesUnique(String column) {
      return unique
          && !partial
          && !origin.equals("pk")
          && columns.size() == 1
          && SqlNames.same(columns.getFirst(), column);
    }

    /** Returns the names, and expressions in parentheses. */
    List<String> columns(IndexText text) {
      return IntStream.range(0, columns.size())
          .mapToObj(
              i -> columns.get(i).isEmpty() ? "(" + text.terms().get(i) + ")" : columns.get(i))
          .toList();
    }
  }

  private record ColumnFacts(
      String name, String type, boolean notNull, String defaultValue, int key, int hidden) {
    static ColumnFacts of(SqliteStatement row) {
      return new ColumnFacts(
          Cells.text(row, 0),
          Cells.text(row, 1),
          Cells.flag(row, 2),
          Cells.text(row, 3),
          Cells.number(row, 4),
          Cells.number(row, 5));
    }
  }

  private record ForeignKeyCell(
      int id, String table, String from, String to, String onDelete, String onUpdate) {
    static ForeignKeyCell of(SqliteStatement row) {
      return new ForeignKeyCell(
          Cells.number(row, 0),
          Cells.text(row, 1),
          Cells.text(row, 2),
          Cells.text(row, 3),
          Cells.text(row, 4),
          Cells.text(row, 5));
    }
  }

  Flags flags(String table) {
    return database
        .query(FLAGS, row -> new Flags(Cells.flag(row, 0), Cells.flag(row, 1)), Value.of(table))
        .getFirst();
  }

  List<String> columnNames(String table) {
    return database.query(COLUMNS, row -> Cells.text(row, 0), Value.of(table));
  }

  List<Column> columns(String table, Flags flags, List<IndexFacts> indexes) {
    List<ColumnFacts> facts = database.query(COLUMNS, ColumnFacts::of, Value.of(table));
    boolean oneKey = facts.stream().filter(column -> column.key() > 0).count() == 1;
    return facts.stream()
        .map(
            column ->
                new Column(
                    column.name(),
                    column.type(),
                    !column.notNull() && !(column.key() > 0 && isNeverNull(column, flags, oneKey)),
                    column.defaultValue(),
                    column.key(),
                    indexes.stream().anyMatch(index -> index.makesUnique(column.name())),
                    column.hidden() > 1))
        .toList();
  }

  /** SQLite lets other keys be NULL, unlike the standard. */
  private static boolean isNeverNull(ColumnFacts key, Flags flags, boolean onlyKey) {
    return flags.strict()
        || flags.withoutRowid()
        || (onlyKey && SqlNames.same(key.type(), "INTEGER"));
  }

  List<IndexFacts> indexes(String table) {
    List<IndexFacts> indexes =
        database.query(
            INDEXES,
            row ->
                new IndexFacts(
                    Cells.text(row, 0),
                    Cells.flag(row, 1),
                    Cells.text(row, 2),
                    Cells.flag(row, 3),
                    List.of()),
            Value.of(table));
    return indexes.stream()
        .map(
            index ->
                new IndexFacts(
                    index.name(),
                    index.unique(),
                    index.origin(),
                    index.partial(),
                    database.query(
                        INDEX_COLUMNS, row -> Cells.text(row, 0), Value.of(index.name()))))
        .toList();
  }

  List<ForeignKey> foreignKeys(String table) {
    Map<Integer, List<ForeignKeyCell>> byId = new TreeMap<>((a, b) -> Integer.compare(b, a));
    for (ForeignKeyCell cell : database.query(FOREIGN_KEYS, ForeignKeyCell::of, Value.of(table))) {
      byId.computeIfAbsent(cell.id(), _ -> new ArrayList<>()).add(cell);
    }
    return byId.values().stream().map(this::foreignKey).toList();
  }

  private ForeignKey foreignKey(List<ForeignKeyCell> cells) {
    ForeignKeyCell first = cells.getFirst();
    List<String> there = cells.stream().map(ForeignKeyCell::to).toList();
    return new ForeignKey(
        cells.stream().map(ForeignKeyCell::from).toList(),
        first.table(),
        there.getFirst().isEmpty() ? primaryKey(first.table()) : there,
        first.onDelete(),
        first.onUpdate());
  }

  /** A reference that names no columns means the primary key. */
  private List<String> primaryKey(String table) {
    return database.query(COLUMNS, ColumnFacts::of, Value.of(table)).stream()
        .filter(column -> column.key() > 0)
        .sorted((a, b) -> Integer.compare(a.key(), b.key()))
        .map(ColumnFacts::name)
        .toList();
  }
}
