package io.tenantry.core.rows;

import io.tenantry.core.schema.Cells;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.RowStatement;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.TriggerStatement;
import java.util.List;
import java.util.stream.Stream;

/** The triggers of a database as they are now. One thread. */
final class TableTriggers {
  private static final String ALL =
      "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid";

  private final List<Trigger> triggers;

  private record Trigger(String name, String table, TriggerStatement text) {}

  /**
   * A trigger that fires when a data statement changes rows.
   *
   * @param name its name
   * @param writes the tables whose rows it changes
   */
  record Fired(String name, List<TrackedTable> writes) {
    /** Copies the list. */
    Fired {
      writes = List.copyOf(writes);
    }
  }

  TableTriggers(SqliteDatabase database) {
    this.triggers =
        database
            .query(
                ALL,
                row ->
                    TriggerStatement.parse(Cells.text(row, 2))
                        .map(text -> new Trigger(Cells.text(row, 0), Cells.text(row, 1), text)))
            .stream()
            .flatMap(trigger -> trigger.stream())
            .toList();
  }

  /** Finds those that a statement fires on its table. */
  List<Fired> firedBy(RowStatement rows, TrackedTable table, TrackedTables tables) {
    return triggers.stream()
        .filter(each -> !table.isTemporary() && SqlNames.same(each.table(), table.name()))
        .filter(each -> each.text().isFiredBy(rows))
        .map(each -> new Fired(each.name(), written(each.text(), tables)))
        .toList();
  }

  /** An index of a table's text is what the table says, whoever writes it. */
  private static List<TrackedTable> written(TriggerStatement trigger, TrackedTables tables) {
    return trigger.writes().stream()
        .flatMap(name -> tables.find(name).stream())
        .flatMap(each -> each.indexOf().isPresent() ? Stream.empty() : Stream.of(each))
        .toList();
  }
}
