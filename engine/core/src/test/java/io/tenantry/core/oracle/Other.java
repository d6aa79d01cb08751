package io.tenantry.core.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What hangs on a column of a table: an index, view or trigger, or a search over its text. */
final class Other {
  /** What it is. */
  enum Kind {
    INDEX,
    EXPRESSION_INDEX,
    UNIQUE_INDEX,
    VIEW,
    JOIN,
    WRITABLE_VIEW,
    TRIGGER,
    LOUD_TRIGGER,
    SEARCH
  }

  final Kind kind;
  final String name;
  final Table table;
  final Column column;
  Optional<Table> second = Optional.empty();
  String alias = "Alias";

  Other(Kind kind, String name, Table table, Column column) {
    this.kind = kind;
    this.name = name;
    this.table = table;
    this.column = column;
  }

  boolean isAbout(Table any) {
    return table == any || second.filter(any::equals).isPresent();
  }

  boolean isSearch() {
    return kind == Kind.SEARCH;
  }

  /** Returns whether all that it is about is still there. */
  boolean isWhole() {
    return table.columns.contains(column);
  }

  List<String> create() {
    String key = table.quoted();
    String value = column.quoted();
    return switch (kind) {
      case INDEX -> List.of(index("INDEX", value, value + " IS NOT NULL"));
      case EXPRESSION_INDEX -> List.of(index("INDEX", "lower(" + value + "), id DESC", "id > 0"));
      case UNIQUE_INDEX ->
          List.of(index("UNIQUE INDEX", "id, " + value + " COLLATE NOCASE", value + " <> 'none'"));
      case VIEW -> List.of(view("FROM " + key));
      case JOIN -> List.of(view("FROM %s JOIN %s USING (id)".formatted(key, secondName())));
      case WRITABLE_VIEW -> List.of(view("FROM " + key), insteadOfInsert(), insteadOfUpdate());
      case TRIGGER ->
          List.of(
              "CREATE TRIGGER %s AFTER UPDATE ON %s BEGIN UPDATE %s SET %s = \"Nothing\" WHERE 0; END"
                  .formatted(name, key, key, value));
      case LOUD_TRIGGER ->
          List.of(
              "CREATE TRIGGER %s AFTER UPDATE ON %s WHEN NEW.%s IS NOT 1 BEGIN %s; END"
                  .formatted(name, key, value, "INSERT INTO heard (what) VALUES (\"an Update\")"));
      case SEARCH -> search();
    };
  }

  private String index(String what, String over, String where) {
    return "CREATE %s %s ON %s (%s) WHERE %s".formatted(what, name, table.quoted(), over, where);
  }

  private String view(String from) {
    return "CREATE VIEW %s AS SELECT id, %s.%s AS \"%s\" %s"
        .formatted(name, table.quoted(), column.quoted(), alias, from);
  }

  private String secondName() {
    return second.orElse(table).quoted();
  }

  private String insteadOfInsert() {
    return "CREATE TRIGGER %s_insert INSTEAD OF INSERT ON %s BEGIN INSERT INTO %s (id, %s) VALUES (NEW.id, NEW.\"%s\"); END"
        .formatted(name, name, table.quoted(), column.quoted(), alias);
  }

  private String insteadOfUpdate() {
    return "CREATE TRIGGER %s_update INSTEAD OF UPDATE OF \"%s\" ON %s BEGIN UPDATE %s SET %s = NEW.\"%s\" WHERE id = OLD.id; END"
        .formatted(name, alias, name, table.quoted(), column.quoted(), alias);
  }

  private List<String> search() {
    List<String> all = new ArrayList<>();
    all.add(
        "CREATE VIRTUAL TABLE %s USING fts5(%s, content=%s, content_rowid='id')"
            .formatted(name, column.quoted(), table.quoted()));
    all.add("INSERT INTO %s (%s) VALUES ('rebuild')".formatted(name, name));
    all.addAll(searchTriggers());
    return all;
  }

  /** Returns what keeps a search up to date; it goes with the table. */
  List<String> searchTriggers() {
    String value = column.quoted();
    String gone =
        "INSERT INTO %s (%s, rowid, %s) VALUES ('delete', OLD.id, OLD.%s);"
            .formatted(name, name, value, value);
    String come =
        "INSERT INTO %s (rowid, %s) VALUES (NEW.id, NEW.%s);".formatted(name, value, value);
    return List.of(
        searchTrigger("INSERT", come),
        searchTrigger("DELETE", gone),
        searchTrigger("UPDATE", gone + " " + come));
  }

  private String searchTrigger(String event, String body) {
    return "CREATE TRIGGER %s_%s AFTER %s ON %s BEGIN %s END"
        .formatted(name, event, event, table.quoted(), body);
  }

  List<String> drop() {
    return switch (kind) {
      case INDEX, EXPRESSION_INDEX, UNIQUE_INDEX -> List.of("DROP INDEX " + name);
      case VIEW, JOIN, WRITABLE_VIEW -> List.of("DROP VIEW " + name);
      case TRIGGER, LOUD_TRIGGER -> List.of("DROP TRIGGER " + name);
      case SEARCH ->
          Stream.concat(
                  Stream.of("INSERT", "DELETE", "UPDATE")
                      .map(event -> "DROP TRIGGER " + name + "_" + event),
                  Stream.of("DROP TABLE " + name))
              .toList();
    };
  }
}
