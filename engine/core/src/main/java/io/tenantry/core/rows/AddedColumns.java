package io.tenantry.core.rows;

import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.DdlStatement.DropColumn;
import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.SqlNames;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Columns that were added on the way, by their names of the moment. One thread. */
final class AddedColumns {
  private final Map<TrackedTable, Map<String, Integer>> places = new HashMap<>();

  /** Takes note of a schema change of a table. */
  void changed(int place, TrackedTable table, DdlStatement ddl) {
    Map<String, Integer> added = places.computeIfAbsent(table, _ -> new HashMap<>());
    switch (ddl) {
      case AddColumn(_, String column) -> added.put(SqlNames.fold(column), place);
      case RenameColumn(_, String from, String to) -> {
        Integer of = added.remove(SqlNames.fold(from));
        if (of != null) {
          added.put(SqlNames.fold(to), of);
        }
      }
      case DropColumn(_, String column) -> added.remove(SqlNames.fold(column));
      default -> {}
    }
  }

  boolean contains(TrackedTable table, String column) {
    return placeOf(table, column).isPresent();
  }

  /** Returns the place of the statement that added a column. */
  OptionalInt placeOf(TrackedTable table, String column) {
    Integer place = places.getOrDefault(table, Map.of()).get(SqlNames.fold(column));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }
}
