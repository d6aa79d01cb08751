package io.tenantry.core.differ;

import io.tenantry.core.differ.TableFacts.Column;
import io.tenantry.core.schema.TableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Why rows may not fit a table that is made anew; SQLite refuses them then. */
record RebuildWarnings(
    String table, TableFacts old, TableFacts next, TableText before, TableText after) {

  List<String> all() {
    List<String> warnings = new ArrayList<>();
    for (Column column : next.columns()) {
      boolean needsValue =
          column.notNull() && !column.generated() && Expressions.isNull(column.defaultValue());
      if (needsValue && old.column(column.name()).isEmpty() && !isRowid(column)) {
        warnings.add("fails where %s has rows: %s has no default".formatted(table, of(column)));
      } else if (needsValue && old.column(column.name()).filter(Column::notNull).isEmpty()) {
        warnings.add("fails where " + of(column) + " is NULL");
      }
    }
    if (next.strict() && !old.strict()) {
      warnings.add("fails where a value of %s does not have its column's type".formatted(table));
    }
    Set<String> restrictions = new HashSet<>(after.restrictions());
    restrictions.removeAll(before.restrictions());
    if (!restrictions.isEmpty()) {
      warnings.add("fails where a row of %s breaks a new constraint".formatted(table));
    }
    return warnings;
  }

  private boolean isRowid(Column column) {
    return next.rowidAlias().filter(column::equals).isPresent();
  }

  private String of(Column column) {
    return table + "." + column.name();
  }
}
