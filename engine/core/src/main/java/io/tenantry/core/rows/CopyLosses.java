package io.tenantry.core.rows;

import io.tenantry.core.rows.CopyMap.Copied;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a table had that its copies lack, when it is dropped or emptied behind them. */
final class CopyLosses {
  private final RowStep end;
  private final TrackedTable source;
  private final List<CopiedRows> copies;
  private final FirstNames names;

  /**
   * Compares a table with its copies.
   *
   * @param end the statement that drops or empties it
   * @param found how its rows came to tables that are there then
   * @param names what to call it and its columns
   */
  CopyLosses(RowStep end, TrackedTable source, List<CopyMap> found, FirstNames names) {
    this.end = end;
    this.source = source;
    this.names = names;
    List<TableColumn> columns = end.columns().getOrDefault(source, List.of());
    this.copies =
        found.stream()
            .map(copy -> new CopiedRows(copy, now(source), now(copy.target()), columns))
            .toList();
  }

  /**
   * Adds what is lost.
   *
   * @param compared the columns whose values count
   */
  void addTo(List<RowLoss> losses, List<TableColumn> compared) {
    if (copies.stream().noneMatch(rows -> rows.copy().allRows())) {
      losses.add(
          RowLoss.ofRows(
              end.place(), "leaves rows of " + names.of(source) + " out of its copy", leftOut()));
    }
    List<TableColumn> dropped = new ArrayList<>();
    List<TableColumn> unsure = new ArrayList<>();
    for (TableColumn column : compared) {
      if (!column.generated()) {
        values(column, dropped, unsure, losses);
      }
    }
    if (!unsure.isEmpty()) {
      losses.add(changed(unsure));
    }
    if (!dropped.isEmpty()) {
      losses.add(dropped(dropped.stream().map(TableColumn::name).toList()));
    }
  }

  /** At least as many as there are more than in all copies, or those that are in none of them. */
  private String leftOut() {
    String fewer = "(SELECT count(*) FROM %s) - (%s)".formatted(now(source), copiedRows());
    String inNone =
        told().isEmpty()
            ? "0"
            : "(SELECT count(*) FROM %s WHERE %s)"
                .formatted(now(source), all(told().stream().map(CopiedRows::lacks)));
    return "SELECT max(0, %s, %s)".formatted(fewer, inNone);
  }

  private String copiedRows() {
    return copies.stream()
        .map(rows -> rows.copy().target())
        .distinct()
        .map(table -> "(SELECT count(*) FROM " + now(table) + ")")
        .collect(Collectors.joining(" + "));
  }

  private List<CopiedRows> told() {
    return copies.stream().filter(CopiedRows::areTold).toList();
  }

  private String now(TrackedTable table) {
    return RowLosses.quoted(table.nameAt(end.place()));
  }

  private void values(
      TableColumn column,
      List<TableColumn> dropped,
      List<TableColumn> unsure,
      List<RowLoss> losses) {
    List<Copied> found =
        copies.stream().flatMap(rows -> rows.copy().copyOf(column.name()).stream()).toList();
    if (found.isEmpty()) {
      dropped.add(column);
    } else if (!isWhole(column)) {
      Predicate<Copied> converts = copied -> converts(column, copied);
      if (found.stream().anyMatch(Copied::changed)) {
        losses.add(loss(column, "changes values of " + name(column)));
      } else if (found.stream().anyMatch(converts)) {
        Copied to = found.stream().filter(converts).findFirst().orElseThrow();
        losses.add(loss(column, converted(column, to.to())));
      } else if (found.stream().anyMatch(copied -> !copied.sure())) {
        unsure.add(column);
      } else if (found.stream().anyMatch(Copied::filled)) {
        losses.add(loss(column, "fills empty values of " + name(column)));
      } else {
        losses.add(loss(column, "leaves values of " + name(column) + " out of a copy"));
      }
    }
  }

  /**
   * Returns whether one copy has all its values as they were, or each one has those of its rows.
   */
  private boolean isWhole(TableColumn column) {
    List<CopiedRows> ofRows = told().isEmpty() ? copies : told();
    return copies.stream().anyMatch(rows -> rows.copy().allRows() && keeps(rows, column))
        || ofRows.stream().allMatch(rows -> keeps(rows, column));
  }

  private static boolean keeps(CopiedRows rows, TableColumn column) {
    return rows.copy()
        .copyOf(column.name())
        .filter(copied -> copied.isSame() && !converts(column, copied))
        .isPresent();
  }

  private static boolean converts(TableColumn column, Copied copied) {
    return !copied.to().type().equals(column.type())
        && column.affinity().isLossyTo(copied.to().affinity());
  }

  private String name(TableColumn column) {
    return names.of(source, column.name());
  }

  private RowLoss loss(TableColumn column, String what) {
    return RowLoss.ofValues(end.place(), what, "SELECT " + lost(column));
  }

  /** What a join or a view makes of values is only seen in the rows. */
  private RowLoss changed(List<TableColumn> columns) {
    return RowLoss.ofValues(
        end.place(),
        columns.stream()
            .map(this::name)
            .collect(Collectors.joining(", ", "changes values of ", "")),
        columns.stream().map(this::lost).collect(Collectors.joining(" + ", "SELECT ", "")));
  }

  private String converted(TableColumn column, TableColumn to) {
    return "converts values of %s from %s to %s"
        .formatted(name(column), column.shownType(), to.shownType());
  }

  private RowLoss dropped(List<String> columns) {
    String all =
        columns.stream().map(column -> names.of(source, column)).collect(Collectors.joining(", "));
    return RowLoss.ofValues(
        end.place(),
        columns.size() == 1
            ? "drops column " + all + " with its values"
            : "drops columns " + all + " with their values",
        columns.stream()
            .map(column -> "count(" + RowLosses.quoted(column) + ")")
            .collect(Collectors.joining(" + ", "SELECT ", " FROM " + now(source))));
  }

  /**
   * How many values of rows in a copy are in none, and how many of their empty ones are filled. A
   * value is still there when it is written the same, or is the same number: 007 is not 7, but 3.0
   * is 3.
   */
  private String lost(TableColumn column) {
    String value = RowLosses.quoted(column.name());
    List<CopiedRows> having =
        copies.stream().filter(rows -> rows.copy().copyOf(column.name()).isPresent()).toList();
    String lacks = all(having.stream().map(rows -> rows.lacksValue(column, copied(rows, column))));
    String fills =
        any(
            having.stream()
                .filter(CopiedRows::areTold)
                .map(rows -> rows.fills(column, copied(rows, column))));
    String taken = any(told().isEmpty() ? Stream.of("1") : told().stream().map(CopiedRows::has));
    return "(SELECT count(*) FROM %s WHERE %s AND (%s IS NOT NULL AND %s OR %s))%s"
        .formatted(now(source), taken, value, lacks, fills, filledAnywhere(column, having));
  }

  private static String filledAnywhere(TableColumn column, List<CopiedRows> having) {
    return having.stream()
        .filter(rows -> !rows.areTold() && rows.copy().allRows())
        .map(rows -> " + " + rows.filledAnywhere(column, copied(rows, column)))
        .findFirst()
        .orElse("");
  }

  private static Copied copied(CopiedRows rows, TableColumn column) {
    return rows.copy().copyOf(column.name()).orElseThrow();
  }

  private static String all(Stream<String> conditions) {
    return conditions.collect(Collectors.joining(" AND ", "(", ")"));
  }

  private static String any(Stream<String> conditions) {
    return conditions.collect(
        Collectors.collectingAndThen(
            Collectors.joining(" OR "), joined -> joined.isEmpty() ? "0" : "(" + joined + ")"));
  }
}
