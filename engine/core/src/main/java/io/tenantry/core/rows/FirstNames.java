package io.tenantry.core.rows;

import io.tenantry.core.rows.CopyMap.Copied;
import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.DdlStatement.DropColumn;
import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.SqlNames;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What tables and columns were called before a walk, through renames and copies: those are the
 * names that their people know. One thread.
 */
final class FirstNames {
  private final UnaryOperator<TrackedTable> origin;
  private final Map<TrackedTable, Map<String, String>> columns = new HashMap<>();

  /**
   * Follows names.
   *
   * @param origin finds the table that the rows of one came from, or the table itself
   */
  FirstNames(UnaryOperator<TrackedTable> origin) {
    this.origin = origin;
  }

  /** Returns the name of the table that the rows of a table came from. */
  String of(TrackedTable table) {
    return origin.apply(table).firstName();
  }

  /** Returns the names of the table and the column that a column came from. */
  String of(TrackedTable table, String column) {
    String known = columns.getOrDefault(table, Map.of()).get(SqlNames.fold(column));
    return known == null ? of(table) + "." + column : known;
  }

  /** Takes note of a statement that has run. */
  void ran(RowStep step) {
    step.target().ifPresent(table -> ran(step, table));
  }

  private void ran(RowStep step, TrackedTable table) {
    Map<String, String> names = columns.computeIfAbsent(table, _ -> new HashMap<>());
    switch (step.ddl().orElse(null)) {
      case AddColumn(_, String column) ->
          names.put(SqlNames.fold(column), of(table) + "." + column);
      case DropColumn(_, String column) -> names.remove(SqlNames.fold(column));
      case RenameColumn(_, String from, String to) -> {
        String first = of(table, from);
        names.remove(SqlNames.fold(from));
        names.put(SqlNames.fold(to), first);
      }
      case null, default -> {}
    }
    if (step.moves()) {
      step.reads().forEach(source -> copied(CopyMap.of(step, source), source, names));
    }
  }

  private void copied(CopyMap copy, TrackedTable source, Map<String, String> names) {
    copy.columns().stream()
        .filter(copied -> !copied.changed())
        .forEach(copied -> names.putIfAbsent(into(copied), of(source, copied.from())));
  }

  private static String into(Copied copied) {
    return SqlNames.fold(copied.to().name());
  }
}
