package io.tenantry.core.rows;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.schema.Cells;
import io.tenantry.core.schema.CheckConstraints;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a table asks of its rows beyond NOT NULL, without the indexes that were created by
 * themselves. Names are folded.
 *
 * @param unique groups of columns whose values no two rows share
 * @param references foreign keys: their columns, and what they refer to
 * @param checks expressions in one spelling
 * @param strict whether values must have the types of their columns
 */
record TableRules(
    Set<Set<String>> unique, List<Reference> references, Set<String> checks, boolean strict) {
  private static final String UNIQUE =
      """
      SELECT l.name, x.name
      FROM pragma_index_list(?) l
      JOIN pragma_index_xinfo(l.name) x ON x."key" = 1
      WHERE l."unique" AND l.origin IN ('u', 'pk')
      """;
  private static final String KEY = "SELECT name FROM pragma_table_info(?) WHERE pk > 0";
  private static final String REFERENCES =
      "SELECT id, \"from\", \"table\", coalesce(\"to\", '') FROM pragma_foreign_key_list(?)";
  private static final String STRICT =
      "SELECT strict FROM pragma_table_list(?) WHERE schema = 'main'";
  private static final String TEXT =
      "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE";

  /** A foreign key: its columns, and table and columns that it refers to. */
  record Reference(Set<String> from, String to) {
    Predicate<Reference> isLike(UnaryOperator<String> renamed) {
      return other -> other.to.equals(to) && named(other.from, renamed).equals(from);
    }
  }

  static TableRules of(SqliteDatabase database, String table) {
    Value name = Value.of(table);
    Map<String, Set<String>> unique = new TreeMap<>();
    database
        .query(UNIQUE, row -> Map.entry(Cells.text(row, 0), folded(Cells.text(row, 1))), name)
        .forEach(
            entry ->
                unique.computeIfAbsent(entry.getKey(), _ -> new HashSet<>()).add(entry.getValue()));
    Set<Set<String>> groups = new LinkedHashSet<>(unique.values());
    Set<String> key = new HashSet<>(database.query(KEY, row -> folded(Cells.text(row, 0)), name));
    if (!key.isEmpty()) {
      groups.add(key);
    }
    boolean strict = database.query(STRICT, row -> Cells.flag(row, 0), name).contains(true);
    return new TableRules(
        groups, references(database, name), checks(database.queryText(TEXT, name)), strict);
  }

  private static List<Reference> references(SqliteDatabase database, Value table) {
    record Cell(int id, String from, String to) {}
    Map<Integer, List<Cell>> keys =
        database
            .query(
                REFERENCES,
                row ->
                    new Cell(
                        Cells.number(row, 0),
                        folded(Cells.text(row, 1)),
                        folded(Cells.text(row, 2) + "." + Cells.text(row, 3))),
                table)
            .stream()
            .collect(Collectors.groupingBy(Cell::id));
    return keys.values().stream()
        .map(
            cells ->
                new Reference(
                    cells.stream().map(Cell::from).collect(Collectors.toSet()),
                    cells.stream().map(Cell::to).sorted().collect(Collectors.joining(","))))
        .toList();
  }

  private static Set<String> checks(String sql) {
    return CheckConstraints.of(sql).stream().map(TableRules::spelling).collect(Collectors.toSet());
  }

  private static String spelling(String expression) {
    return Token.meaningful(expression).stream()
        .map(token -> Tokens.isName(token) ? folded(token.name()) : token.upper())
        .collect(Collectors.joining(" "));
  }

  private static String folded(String name) {
    return SqlNames.fold(name);
  }

  /**
   * Returns what is asked here and not there, for people.
   *
   * @param renamed gives the name that a column of the others has here
   */
  List<String> beyond(TableRules others, UnaryOperator<String> renamed) {
    List<String> more = new ArrayList<>();
    for (Set<String> group : unique) {
      boolean known =
          others.unique.stream().anyMatch(old -> group.containsAll(named(old, renamed)));
      if (!known) {
        more.add("values of (%s) that are not unique".formatted(listed(group)));
      }
    }
    references.stream()
        .filter(reference -> others.references.stream().noneMatch(reference.isLike(renamed)))
        .map(reference -> "values of (%s) that refer to nothing".formatted(listed(reference.from)))
        .forEach(more::add);
    checks.stream()
        .filter(check -> !others.checks.contains(check))
        .map("a row that breaks CHECK (%s)"::formatted)
        .forEach(more::add);
    if (strict && !others.strict) {
      more.add("values that do not have the type of their column");
    }
    return more;
  }

  private static Set<String> named(Set<String> columns, UnaryOperator<String> renamed) {
    return columns.stream().map(renamed).collect(Collectors.toSet());
  }

  private static String listed(Set<String> columns) {
    return columns.stream().sorted().collect(Collectors.joining(", "));
  }
}
