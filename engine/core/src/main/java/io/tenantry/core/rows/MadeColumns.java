package io.tenantry.core.rows;

import io.tenantry.sql.DdlStatement;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Columns whose values nobody has entered: the walk added them, or worked them out of columns that
 * go on beside them. One thread.
 */
final class MadeColumns {
  private final RowWalk walk;
  private final IntPredicate runs;
  private final AddedColumns added = new AddedColumns();

  MadeColumns(RowWalk walk, IntPredicate runs) {
    this.walk = walk;
    this.runs = runs;
  }

  /** Takes note of a schema change of a table. */
  void changed(int place, TrackedTable table, DdlStatement ddl) {
    added.changed(place, table, ddl);
  }

  boolean isAdded(TrackedTable table, String column) {
    return added.contains(table, column);
  }

  /** Returns whether a column, by its name before a statement, is such a one. */
  boolean contains(RowStep until, TrackedTable table, String column) {
    return isAdded(table, column)
        || !table.isOld() && (isMade(until, table, column) || wasComputed(table, column));
  }

  /** Returns the statements that bring rows into a table. */
  Stream<RowStep> movesInto(TrackedTable table) {
    return walk.steps().stream()
        .filter(step -> runs.test(step.place()) && step.moves())
        .filter(step -> step.target().orElseThrow().equals(table));
  }

  private boolean isMade(RowStep until, TrackedTable table, String column) {
    List<RowStep> moves =
        movesInto(table).filter(move -> move.place() < until.place()).toList();
    return !moves.isEmpty()
        && moves.stream()
            .allMatch(
                move ->
                    move.reads().stream().allMatch(from -> isMadeBy(move, from, until, column)));
  }

  private boolean isMadeBy(RowStep move, TrackedTable from, RowStep until, String column) {
    CopyMap copy = CopyMap.of(move, from).later(walk, runs, move.place(), until.place());
    return copy.isPlain()
        && copy.into(column)
            .allMatch(
                copied ->
                    copied.changed()
                        ? copy.keeps(copied.from())
                        : contains(move, from, copied.from()));
  }

  private boolean wasComputed(TrackedTable table, String column) {
    return movesInto(table)
        .flatMap(move -> move.reads().stream().flatMap(from -> sources(move, from, column)))
        .anyMatch(TableColumn::generated);
  }

  private static Stream<TableColumn> sources(RowStep move, TrackedTable from, String column) {
    return CopyMap.of(move, from).columns().stream()
        .filter(copied -> copied.reaches(column))
        .flatMap(
            copied ->
                CopyMap.find(move.columns().getOrDefault(from, List.of()), copied.from()).stream());
  }
}
