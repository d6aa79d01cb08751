package io.tenantry.core.rows;

import io.tenantry.core.rows.CopyMap.Copied;
import io.tenantry.sql.SqlNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a database which rows of a table are in a copy of it, and which of their values. A row is
 * told by its primary key, or by all that was copied as it is; where neither is known, a value
 * counts as copied when any row has it.
 */
final class CopiedRows {
  private static final String ANY_ROW = "''";

  private final CopyMap copy;
  private final String source;
  private final String target;
  private final List<Part> key;
  private final boolean sure;

  /** A column that tells rows apart, as both tables have it. */
  private record Part(TableColumn from, TableColumn to) {
    boolean isAlike() {
      return from.affinity() == to.affinity();
    }
  }

  /**
   * Reads what is known of rows.
   *
   * @param source the copied table by its name of the moment, quoted
   * @param target that of the copy
   * @param columns those of the copied table
   */
  CopiedRows(CopyMap copy, String source, String target, List<TableColumn> columns) {
    this.copy = copy;
    this.source = source;
    this.target = target;
    List<TableColumn> primary = columns.stream().filter(TableColumn::isKey).toList();
    List<Part> byKey = primary.stream().flatMap(column -> part(column).stream()).toList();
    boolean whole = !primary.isEmpty() && byKey.size() == primary.size();
    this.key = whole ? byKey : kept(columns);
    this.sure = key.stream().allMatch(part -> same(part.from()).isPresent());
  }

  /** A column of the key may go through a view, which the rows then tell. */
  private Optional<Part> part(TableColumn column) {
    return copy.copyOf(column.name())
        .filter(copied -> !copied.changed() && !copied.filled())
        .map(copied -> new Part(column, copied.to()));
  }

  private List<Part> kept(List<TableColumn> columns) {
    return columns.stream()
        .flatMap(column -> same(column).map(copied -> new Part(column, copied.to())).stream())
        .filter(Part::isAlike)
        .toList();
  }

  private Optional<Copied> same(TableColumn column) {
    return copy.copyOf(column.name()).filter(Copied::isSame);
  }

  CopyMap copy() {
    return copy;
  }

  /** Returns whether one row is told from another. */
  boolean areTold() {
    return !key.isEmpty();
  }

  /** A condition on a row of the source: it is in the copy. */
  String has() {
    return areTold() ? in("1") : "1";
  }

  /** A condition on a row of the source: it is not in the copy. */
  String lacks() {
    return "(%s AND NOT %s)".formatted(matches(), has());
  }

  /** A condition on a row of the source: its value, which is not NULL, is not in the copy. */
  String lacksValue(TableColumn column, Copied copied) {
    String value = SqlNames.quote(column.name());
    return """
    (%1$s NOT IN %2$s AND (typeof(%3$s) NOT IN ('integer', 'real') OR %4$s NOT IN %5$s))\
    """
        .formatted(
            pair(Part::from, "CAST(" + value + " AS TEXT)"),
            values(copied, "CAST(%s AS TEXT)"),
            value,
            pair(Part::from, value),
            values(copied, "%s"));
  }

  /** A condition on a row of the source: where it has nothing, its copy has something. */
  String fills(TableColumn column, Copied copied) {
    return "(%s IS NULL AND %s AND %s)"
        .formatted(
            SqlNames.quote(column.name()),
            matches(),
            in(SqlNames.quote(copied.to().name()) + " IS NOT NULL"));
  }

  /** How many rows more have nothing in the source, where rows are not told apart. */
  String filledAnywhere(TableColumn column, Copied copied) {
    return "max(0, (SELECT count(*) FROM %s WHERE %s IS NULL) - (SELECT count(*) FROM %s WHERE %s IS NULL))"
        .formatted(
            source, SqlNames.quote(column.name()), target, SqlNames.quote(copied.to().name()));
  }

  private String in(String condition) {
    return "(%s IN (SELECT %s FROM %s WHERE %s))"
        .formatted(row(Part::from), row(Part::to), target, condition);
  }

  private String values(Copied copied, String form) {
    String value = SqlNames.quote(copied.to().name());
    return "(SELECT %s, %s FROM %s WHERE %s IS NOT NULL)"
        .formatted(row(Part::to), form.formatted(value), target, value);
  }

  private String pair(Side side, String value) {
    return "(" + row(side) + ", " + value + ")";
  }

  /** What tells a row; a key that a view has made anew tells none. */
  private String row(Side side) {
    return sure ? told(side) : "iif(%s, %s, %s)".formatted(matches(), told(side), ANY_ROW);
  }

  private String matches() {
    return sure
        ? "1"
        : "EXISTS (SELECT 1 FROM %s WHERE %s IN (SELECT %s FROM %s))"
            .formatted(source, told(Part::from), told(Part::to), target);
  }

  private String told(Side side) {
    if (key.size() == 1 && isNumber(key.getFirst())) {
      return SqlNames.quote(side.of(key.getFirst()).name());
    }
    return key.isEmpty()
        ? ANY_ROW
        : key.stream()
            .map(part -> text(part, SqlNames.quote(side.of(part).name())))
            .collect(Collectors.joining(" || ',' || "));
  }

  private static boolean isNumber(Part part) {
    return Stream.of(part.from(), part.to())
        .allMatch(column -> column.isKey() && SqlNames.same(column.type(), "INTEGER"));
  }

  private static String text(Part part, String name) {
    return part.isAlike() ? "quote(" + name + ")" : "quote(CAST(" + name + " AS TEXT))";
  }

  /** One of the two tables. */
  private interface Side {
    TableColumn of(Part part);
  }
}
