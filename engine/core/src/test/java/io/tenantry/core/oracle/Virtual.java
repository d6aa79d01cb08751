package io.tenantry.core.oracle;

import java.util.ArrayList;
import java.util.List;

/** A virtual table that keeps its rows itself: texts or boxes. */
final class Virtual {
  final String module;
  String name;
  String options = "";
  final List<String> columns = new ArrayList<>();

  private Virtual(String module, String name, List<String> columns) {
    this.module = module;
    this.name = name;
    this.columns.addAll(columns);
  }

  static Virtual docs() {
    return new Virtual("fts5", "docs", List.of("title", "body"));
  }

  static Virtual notes() {
    return new Virtual("fts4", "notes", List.of("head", "words"));
  }

  static Virtual boxes() {
    return new Virtual("rtree", "boxes", List.of("low", "high", "label"));
  }

  boolean isText() {
    return !module.equals("rtree");
  }

  /** Returns the name of the number of a row. */
  String number() {
    return isText() ? "rowid" : "id";
  }

  String sql(String as) {
    String all =
        isText()
            ? String.join(", ", columns)
            : "id, low, high"
                + String.join("", columns.stream().skip(2).map(each -> ", +" + each).toList());
    return "CREATE VIRTUAL TABLE %s USING %s(%s%s)".formatted(as, module, all, options);
  }

  /** Returns the names of its columns behind that of its number. */
  String names() {
    return String.join("", columns.stream().map(each -> ", " + each).toList());
  }

  List<String> rows() {
    String values =
        isText()
            ? String.join("", columns.stream().map(each -> ", 'running " + each + "'").toList())
            : ", 1.5, 2.5" + ", 'a label'".repeat(columns.size() - 2);
    String insert = "INSERT INTO %s (%s%s) VALUES (%s%s)";
    return List.of(
        insert.formatted(name, number(), names(), "7", values),
        insert.formatted(name, number(), names(), "3", values));
  }
}
