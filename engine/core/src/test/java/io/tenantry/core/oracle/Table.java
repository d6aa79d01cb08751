package io.tenantry.core.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table whose first column is its key, or the first part of it. */
final class Table {
  String name;
  String key = "INTEGER PRIMARY KEY";
  String options = "";
  final List<Column> columns = new ArrayList<>();

  /** The second part of its key. */
  Optional<Column> part = Optional.empty();

  /** What no two rows have alike, with the key. */
  Optional<Column> unique = Optional.empty();

  Table(String name) {
    this.name = name;
  }

  String quoted() {
    return RandomDatabase.quoted(name);
  }

  String sql(String as) {
    List<String> body = new ArrayList<>(List.of("id " + key));
    columns.forEach(column -> body.add(column.sql()));
    part.ifPresent(column -> body.add("PRIMARY KEY (" + column.quoted() + ", id)"));
    part.ifPresent(column -> body.add("CONSTRAINT \"one id\" UNIQUE (id)"));
    unique.ifPresent(column -> body.add("UNIQUE (" + column.quoted() + ", id)"));
    return "CREATE TABLE %s (%s)%s"
        .formatted(RandomDatabase.quoted(as), String.join(", ", body), options);
  }

  List<Column> plain() {
    return columns.stream().filter(column -> !column.generated()).toList();
  }

  boolean isStrict() {
    return options.contains("STRICT");
  }

  /** Returns whether rows of other tables can refer to its key. */
  boolean hasUniqueKey() {
    return key.contains("PRIMARY KEY") || part.isPresent();
  }

  /** Returns whether its key is the number of a row. */
  boolean isNumbered() {
    return key.startsWith("INTEGER PRIMARY KEY");
  }

  /** Returns whether nothing computes with a column, and no constraint is about it. */
  boolean isFree(Column column) {
    return columns.stream().noneMatch(each -> each.base.filter(column::equals).isPresent())
        && column.parent.isEmpty()
        && part.filter(column::equals).isEmpty()
        && unique.filter(column::equals).isEmpty();
  }
}
