package io.tenantry.core.rows;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.schema.Affinity;
import io.tenantry.core.schema.Cells;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;
import java.util.Optional;

/**
 * A column at one moment.
 *
 * @param generated whether its values are computed, so that nobody writes them
 * @param isKey whether it is part of the primary key
 * @param notNull whether it is declared NOT NULL and is no primary key
 * @param byDefault the expression behind DEFAULT
 */
record TableColumn(
    String name,
    String type,
    boolean generated,
    boolean isKey,
    boolean notNull,
    Optional<String> byDefault) {
  private static final String READ =
      """
      SELECT name, type, hidden > 1, pk > 0, "notnull" <> 0 AND pk = 0, dflt_value
      FROM pragma_table_xinfo(?, ?)
      WHERE hidden <> 1
      ORDER BY cid
      """;

  /** A column of which nothing is known but its name. */
  static TableColumn unknown(String name) {
    return new TableColumn(name, "", false, false, false, Optional.empty());
  }

  static List<TableColumn> of(SqliteDatabase database, TrackedTable table) {
    return database.query(
        READ,
        row ->
            new TableColumn(
                Cells.text(row, 0),
                Cells.text(row, 1),
                Cells.flag(row, 2),
                Cells.flag(row, 3),
                Cells.flag(row, 4),
                row.value(5) instanceof Value.Text(String value)
                    ? Optional.of(value)
                    : Optional.empty()),
        Value.of(table.name()),
        Value.of(table.isTemporary() ? "temp" : "main"));
  }

  /** Returns the same column under another name. */
  TableColumn called(String other) {
    return new TableColumn(other, type, generated, isKey, notNull, byDefault);
  }

  Affinity affinity() {
    return Affinity.of(type);
  }

  String shownType() {
    return type.isEmpty() ? "any type" : type;
  }
}
