package io.tenantry.core.oracle;

import java.util.Optional;

/** A column that others name by what it is, so that it can be called otherwise. */
final class Column {
  String name;
  String type;
  String rest = "";
  Optional<Column> base = Optional.empty();
  Optional<Table> parent = Optional.empty();
  boolean stored;
  boolean checked;

  /** Whether its values are numbers, be they written as text. */
  boolean numeric;

  Column(String name, String type) {
    this.name = name;
    this.type = type;
  }

  static Column computed(String name, Column base, boolean stored) {
    Column column = new Column(name, "TEXT");
    column.base = Optional.of(base);
    column.stored = stored;
    return column;
  }

  boolean generated() {
    return base.isPresent();
  }

  String quoted() {
    return RandomDatabase.quoted(name);
  }

  String sql() {
    String sql = quoted() + (type.isEmpty() ? "" : " " + type) + rest;
    if (base.isPresent()) {
      sql += " AS (" + base.get().quoted() + " || '#')" + (stored ? " STORED" : "");
    }
    if (parent.isPresent()) {
      sql += " REFERENCES " + parent.get().quoted() + " (id) ON DELETE CASCADE";
    }
    return checked ? sql + " CHECK (" + quoted() + " IS NOT 'never')" : sql;
  }
}
