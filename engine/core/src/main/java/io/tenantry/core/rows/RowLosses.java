package io.tenantry.core.rows;

import io.tenantry.core.rows.RowLoss.Changed;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.DropColumn;
import io.tenantry.sql.RowStatement;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Finds what the statements of a walk lose of the rows that were there before. What was copied to a
 * table that stays is not lost when the source goes; what was made on the way is nobody's. One
 * thread.
 */
public final class RowLosses {
  private final RowWalk walk;
  private final IntPredicate runs;
  private final List<RowLoss> losses = new ArrayList<>();

  /** Tables that may hold rows from before the walk. */
  private final Set<TrackedTable> holding = new LinkedHashSet<>();

  private final MadeColumns made;
  private final FirstNames names = new FirstNames(this::origin);

  private RowLosses(RowWalk walk, IntPredicate runs) {
    this.walk = walk;
    this.runs = runs;
    this.made = new MadeColumns(walk, runs);
  }

  /**
   * Finds all losses, in the order of the statements.
   *
   * @param runs which statements of the walk are taken to run
   */
  public static List<RowLoss> of(RowWalk walk, IntPredicate runs) {
    RowLosses found = new RowLosses(walk, runs);
    walk.tables().stream().filter(TrackedTable::isOld).forEach(found.holding::add);
    walk.steps().stream()
        .filter(step -> runs.test(step.place()))
        .forEach(
            step -> {
              found.step(step);
              found.names.ran(step);
            });
    return List.copyOf(found.losses);
  }

  private void step(RowStep step) {
    step.target().ifPresent(table -> step(step, table));
  }

  private void step(RowStep step, TrackedTable table) {
    step.fires().forEach(trigger -> fired(step, trigger));
    if (step.moves() && step.reads().stream().anyMatch(holding::contains)) {
      holding.add(table);
    } else if (step.ddl().isPresent()) {
      schema(step, table, step.ddl().get());
    }
    if (step.drops()) {
      dropped(step, table);
    } else if (holding.contains(table)) {
      step.rows().ifPresent(rows -> data(step, table, rows));
    }
  }

  /** What a trigger does to rows no plan takes back. */
  private void fired(RowStep step, TableTriggers.Fired trigger) {
    String written =
        trigger.writes().stream()
            .filter(holding::contains)
            .map(names::of)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!written.isEmpty()) {
      losses.add(
          RowLoss.counted(
              step.place(),
              "fires trigger %s, which changes rows of %s".formatted(trigger.name(), written),
              Changed.BY_TRIGGERS));
    }
  }

  private void schema(RowStep step, TrackedTable table, DdlStatement ddl) {
    if (ddl instanceof DropColumn(_, String column)) {
      droppedColumn(step, table, column);
    }
    made.changed(step.place(), table, ddl);
  }

  private void droppedColumn(RowStep step, TrackedTable table, String column) {
    boolean computed =
        CopyMap.find(step.columns().getOrDefault(table, List.of()), column)
            .filter(TableColumn::generated)
            .isPresent();
    if (!computed && holding.contains(table) && !made.contains(step, table, column)) {
      String what = "drops column %s with its values".formatted(names.of(table, column));
      losses.add(
          RowLoss.ofValues(
              step.place(),
              what,
              "SELECT count(%s) FROM %s"
                  .formatted(quoted(column), quoted(table.nameAt(step.place())))));
    }
  }

  private void dropped(RowStep step, TrackedTable table) {
    boolean indexOnly = table.indexOf().isPresent();
    if (indexOnly || !holding.contains(table)) {
      return;
    }
    List<CopyMap> copies = copies(step, table);
    if (!copies.isEmpty()) {
      lacking(step, table, copies);
    } else if (table.isOld() || isLastHolder(step, table)) {
      losses.add(
          RowLoss.ofRows(
              step.place(),
              "drops table %s with its rows".formatted(names.of(table)),
              "SELECT count(*) FROM " + quoted(table.nameAt(step.place()))));
    }
  }

  private void lacking(RowStep step, TrackedTable table, List<CopyMap> copies) {
    List<TableColumn> columns =
        step.columns().getOrDefault(table, List.of()).stream()
            .filter(column -> !made.contains(step, table, column.name()))
            .toList();
    new CopyLosses(step, table, copies, names).addTo(losses, columns);
  }

  /** Returns how rows of a table came to those that are still there, also over others. */
  private List<CopyMap> copies(RowStep until, TrackedTable table) {
    return copies(until, table, TrackedTable.START);
  }

  private List<CopyMap> copies(RowStep until, TrackedTable table, int since) {
    List<CopyMap> copies = new ArrayList<>();
    walk.steps().stream()
        .filter(step -> step.place() > since && step.place() < until.place())
        .filter(step -> runs.test(step.place()))
        .filter(step -> step.moves() && step.reads().contains(table))
        .filter(step -> isMainSource(step, table))
        .forEach(
            step -> {
              CopyMap copy = CopyMap.of(step, table);
              if (copy.target().isAliveAt(until.place())) {
                copies.add(copy.later(walk, runs, step.place(), until.place()));
              } else {
                copies(until, copy.target(), step.place()).forEach(to -> copies.add(copy.then(to)));
              }
            });
    return copies;
  }

  /** Of several tables that one statement copies from, that one goes on whose name does. */
  private static boolean isMainSource(RowStep step, TrackedTable table) {
    String end = step.target().orElseThrow().name();
    return step.reads().size() == 1
        || SqlNames.same(end, table.firstName())
        || step.reads().stream().noneMatch(other -> SqlNames.same(end, other.firstName()));
  }

  /** A copy that goes loses rows only when the table they came from has gone before. */
  private boolean isLastHolder(RowStep step, TrackedTable table) {
    return origin(table) != table && origin(table).goneAt() < step.place();
  }

  /** Returns the old table whose rows a table holds, or the table itself. */
  private TrackedTable origin(TrackedTable table) {
    Optional<TrackedTable> source =
        table.isOld()
            ? Optional.empty()
            : made.movesInto(table)
                .flatMap(step -> step.reads().stream())
                .filter(other -> other.madeAt() < table.madeAt() && holding.contains(other))
                .findFirst();
    return source.map(this::origin).orElse(table);
  }

  private void data(RowStep step, TrackedTable table, RowStatement rows) {
    switch (rows.verb()) {
      case "DELETE" -> {
        List<CopyMap> copies = copies(step, table);
        if (copies.isEmpty()) {
          losses.add(
              RowLoss.counted(step.place(), "deletes rows of " + names.of(table), Changed.ROWS));
        } else {
          lacking(step, table, copies);
        }
      }
      case "UPDATE" -> updated(step, table, rows);
      default -> {}
    }
  }

  private void updated(RowStep step, TrackedTable table, RowStatement rows) {
    List<String> overwritten =
        rows.columns().stream()
            .filter(column -> !made.isAdded(table, column))
            .filter(column -> !isOfLaterTable(table, column))
            .toList();
    if (overwritten.isEmpty()) {
      return;
    }
    String what =
        overwritten.stream()
            .map(column -> names.of(table, column))
            .collect(Collectors.joining(", ", "overwrites values of ", ""));
    String there = quoted(table.nameAt(step.place()));
    losses.add(
        rows.condition()
            .filter(_ -> step.statement().parameters().isEmpty())
            .map(
                condition ->
                    RowLoss.ofValues(
                        step.place(),
                        what,
                        "SELECT %s FROM %s WHERE %s"
                            .formatted(tests(rows, overwritten), there, condition)))
            .orElseGet(() -> RowLoss.counted(step.place(), what, Changed.VALUES)));
  }

  /** What is set to what it is already is not overwritten; nothing that becomes something is. */
  private static String tests(RowStatement rows, List<String> overwritten) {
    return overwritten.stream()
        .map(
            column ->
                rows.values().isEmpty()
                    ? "count(" + quoted(column) + ")"
                    : "total(%s IS NOT (%s))"
                        .formatted(
                            quoted(column), rows.values().get(rows.columns().indexOf(column))))
        .collect(Collectors.joining(" + ", "CAST(", " AS INTEGER)"));
  }

  /** Of a table made on the way, values count only where they were copied as they were. */
  private boolean isOfLaterTable(TrackedTable table, String column) {
    return !table.isOld()
        && made.movesInto(table)
            .flatMap(step -> step.reads().stream().map(source -> CopyMap.of(step, source)))
            .flatMap(copy -> copy.columns().stream())
            .noneMatch(copied -> copied.reaches(column));
  }

  static String quoted(String name) {
    return SqlNames.quote(name);
  }
}
