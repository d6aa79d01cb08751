package io.tenantry.core.rows;

import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the columns of a table that was made anew.
 *
 * @param before its columns before
 * @param after its columns behind
 */
record ColumnChanges(List<TableColumn> before, List<TableColumn> after) {
  private static final int NAMED = 4;

  /** Says it for people; empty when the columns are the same. */
  String text() {
    List<String> changes = new ArrayList<>();
    for (TableColumn column : after) {
      Optional<TableColumn> old = CopyMap.find(before, column.name());
      if (old.isPresent()) {
        compare(old.get(), column, changes);
      } else {
        changes.add(column.name() + " is added");
      }
    }
    before.stream()
        .filter(column -> CopyMap.find(after, column.name()).isEmpty())
        .forEach(column -> changes.add(column.name() + " goes"));
    int more = changes.size() - NAMED;
    String text = String.join(", ", changes.subList(0, Math.min(NAMED, changes.size())));
    return more > 0 ? text + " and " + more + " more" : text;
  }

  private static void compare(TableColumn old, TableColumn column, List<String> changes) {
    if (!SqlNames.same(old.type(), column.type())) {
      changes.add(column.name() + " becomes " + column.shownType());
    }
    if (old.notNull() != column.notNull()) {
      changes.add(column.name() + (column.notNull() ? " becomes NOT NULL" : " may be NULL"));
    }
    if (!old.byDefault().equals(column.byDefault())) {
      changes.add(
          column
              .byDefault()
              .map(value -> column.name() + " is " + value + " by default")
              .orElse(column.name() + " has no default"));
    }
  }
}
