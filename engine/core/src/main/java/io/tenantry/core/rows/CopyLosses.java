package io.tenantry.core.rows;

import io.tenantry.core.rows.CopyMap.Copied;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a table had that its copies lack, when it is dropped or emptied behind them. */
final class CopyLosses {
  private final RowStep end;
  private final TrackedTable source;
  private final List<CopyMap> copies;
  private final FirstNames names;

  /**
   * Compares a table with its copies.
   *
   * @param end the statement that drops or empties it
   * @param steps those that copied its rows to tables that are there then
   * @param names what to call it and its columns
   */
  CopyLosses(RowStep end, TrackedTable source, List<RowStep> steps, FirstNames names) {
    this.end = end;
    this.source = source;
    this.names = names;
    this.copies = steps.stream().map(step -> CopyMap.of(step, source)).toList();
  }

  void addTo(List<RowLoss> losses) {
    if (copies.stream().noneMatch(CopyMap::allRows)) {
      losses.add(
          RowLoss.ofRows(
              end.place(),
              "leaves rows of " + names.of(source) + " out of its copy",
              "SELECT max(0, (SELECT count(*) FROM %s) - (%s))"
                  .formatted(now(source), copiedRows())));
    }
    List<String> dropped = new ArrayList<>();
    for (TableColumn column : end.columns().getOrDefault(source, List.of())) {
      if (!column.generated()) {
        values(column, dropped, losses);
      }
    }
    if (!dropped.isEmpty()) {
      losses.add(dropped(dropped));
    }
  }

  private String copiedRows() {
    return copies.stream()
        .map(CopyMap::target)
        .distinct()
        .map(table -> "(SELECT count(*) FROM " + now(table) + ")")
        .collect(Collectors.joining(" + "));
  }

  private String now(TrackedTable table) {
    return RowLosses.quoted(table.nameAt(end.place()));
  }

  private void values(TableColumn column, List<String> dropped, List<RowLoss> losses) {
    Optional<CopyMap> copy = bestCopy(column);
    if (copy.isEmpty()) {
      dropped.add(column.name());
      return;
    }
    Copied copied = copy.get().copyOf(column.name()).orElseThrow();
    boolean converted =
        !copied.to().type().equals(column.type())
            && column.affinity().isLossyTo(copied.to().affinity());
    if (copied.changed() || converted) {
      losses.add(
          RowLoss.ofValues(
              end.place(),
              copied.changed() ? changes(column) : converts(column, copied.to()),
              notFound(column.name(), copy.get().target(), copied.to().name())));
    }
  }

  private Optional<CopyMap> bestCopy(TableColumn column) {
    List<CopyMap> found =
        copies.stream().filter(copy -> copy.copyOf(column.name()).isPresent()).toList();
    return found.stream()
        .filter(copy -> !copy.copyOf(column.name()).orElseThrow().changed())
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private String changes(TableColumn column) {
    return "changes values of " + names.of(source, column.name());
  }

  private String converts(TableColumn column, TableColumn to) {
    return "converts values of %s from %s to %s"
        .formatted(names.of(source, column.name()), column.shownType(), to.shownType());
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
   * A value is still there when it is written the same, or is the same number: 007 is not 7, but
   * 3.0 is 3.
   */
  private String notFound(String column, TrackedTable target, String targetColumn) {
    String there = RowLosses.quoted(targetColumn);
    String from = " FROM " + now(target) + " WHERE " + there + " IS NOT NULL)";
    return """
    SELECT count(*) FROM %1$s
    WHERE %2$s IS NOT NULL AND CAST(%2$s AS TEXT) NOT IN (SELECT CAST(%3$s AS TEXT)%4$s
      AND (typeof(%2$s) NOT IN ('integer', 'real') OR %2$s NOT IN (SELECT %3$s%4$s)
    """
        .formatted(now(source), RowLosses.quoted(column), there, from);
  }
}
