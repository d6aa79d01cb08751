package io.tenantry.core.schema;

import static java.util.stream.Collectors.joining;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.sql.SqlNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An object of a schema that names something which is not there. SQLite creates such objects
 * without a word, and fails when they are used.
 *
 * @param object the table with the foreign key, the view, or the table with the trigger
 * @param reason what is missing, in SQLite's words
 */
public record LooseEnd(String object, String reason) {
  private static final String FOREIGN_KEYS =
      """
      SELECT child.name, 'no such table: ' || key."table"
      FROM sqlite_schema AS child JOIN pragma_foreign_key_list(child.name) AS key
      WHERE child.type = 'table' AND NOT EXISTS (
        SELECT 1 FROM sqlite_schema AS parent
        WHERE parent.type = 'table' AND lower(parent.name) = lower(key."table"))
      """;
  private static final String COLUMNS = "SELECT name FROM pragma_table_info(?)";

  /** Returns all loose ends of a database, in a steady order. */
  static Set<LooseEnd> readAll(SqliteDatabase database) {
    Set<LooseEnd> ends = new LinkedHashSet<>(database.query(FOREIGN_KEYS, LooseEnd::of));
    for (SchemaObject object : SchemaSnapshot.read(database).objects()) {
      uses(database, object)
          .flatMap(use -> tried(database, object, use).stream())
          .forEach(ends::add);
    }
    return ends;
  }

  private static LooseEnd of(SqliteStatement row) {
    return new LooseEnd(Cells.text(row, 0), Cells.text(row, 1));
  }

  /** Statements that make SQLite look at all that the object names. */
  private static Stream<String> uses(SqliteDatabase database, SchemaObject object) {
    return switch (object.type()) {
      case TABLE, INDEX -> Stream.of();
      case VIEW -> Stream.of("SELECT * FROM " + SqlNames.quote(object.name()));
      case TRIGGER -> writes(database, object.table());
    };
  }

  private static Stream<String> writes(SqliteDatabase database, String name) {
    String table = SqlNames.quote(name);
    List<String> columns =
        database.query(COLUMNS, row -> SqlNames.quote(Cells.text(row, 0)), new Value.Text(name));
    String all = String.join(", ", columns);
    String same = columns.stream().map(column -> column + " = " + column).collect(joining(", "));
    return Stream.of(
        "INSERT INTO %s (%s) SELECT %s FROM %s".formatted(table, all, all, table),
        "UPDATE %s SET %s".formatted(table, same),
        "DELETE FROM " + table);
  }

  private static Optional<LooseEnd> tried(
      SqliteDatabase database, SchemaObject object, String statement) {
    try (SqliteStatement _ = database.prepare("EXPLAIN " + statement)) {
      return Optional.empty();
    } catch (EngineException e) {
      if (e.code() != ErrorCode.BAD_REQUEST) {
        throw e;
      }
      return Optional.of(new LooseEnd(object.name(), e.message()));
    }
  }
}
