package io.tenantry.core.rows;

import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Tables that are made anew: rows go from tables that were there, over others perhaps, to tables
 * that are there in the end.
 *
 * @param tables all of them
 * @param before those that were there
 * @param after those that have the rows in the end
 */
public record Rebuild(
    Set<TrackedTable> tables, List<TrackedTable> before, List<TrackedTable> after) {
  /** Copies the collections. */
  public Rebuild {
    tables = new LinkedHashSet<>(tables);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Returns the names of the tables as they are in the end. */
  public String object() {
    return after.stream().map(TrackedTable::name).sorted().collect(Collectors.joining(", "));
  }

  /** Returns whether a statement makes, alters, renames or drops one of the tables. */
  boolean isCore(RowStep step) {
    return step.target().filter(tables::contains).isPresent()
        && !step.isData()
        && !step.isAboutDependent();
  }

  /** Returns what becomes of the tables, for people. */
  public String summary(RowWalk walk) {
    String differences =
        before.size() == 1 && after.size() == 1
            ? new ColumnChanges(walk.first(before.getFirst()), walk.last(after.getFirst())).text()
            : "";
    String from =
        before.stream().map(TrackedTable::firstName).sorted().collect(Collectors.joining(", "));
    String name = SqlNames.same(from, object()) ? object() : from + " as " + object();
    return differences.isEmpty() ? "rebuild " + name : "rebuild " + name + ": " + differences;
  }

  /**
   * Returns the places of its schema changes: those of its tables, and of the indexes, triggers and
   * views that were there before and are made again.
   */
  public List<Integer> schemaChanges(RowWalk walk) {
    return walk.steps().stream()
        .filter(step -> isCore(step) || isDependent(walk, step))
        .map(RowStep::place)
        .toList();
  }

  private boolean isDependent(RowWalk walk, RowStep step) {
    boolean touches =
        step.target().filter(tables::contains).isPresent()
            || step.reads().stream().anyMatch(tables::contains);
    return touches && step.isAboutDependent() && walk.isMadeAgain(step);
  }

  /**
   * Finds the rebuilds of a walk. A table that rows are only read from, and that stays, is part of
   * none; one that is emptied and filled again from a table made for that is.
   *
   * @param runs which statements of the walk are taken to run
   */
  public static List<Rebuild> of(RowWalk walk, IntPredicate runs) {
    List<RowStep> moves =
        walk.steps().stream().filter(step -> step.moves() && runs.test(step.place())).toList();
    Map<TrackedTable, Set<TrackedTable>> groups = new LinkedHashMap<>();
    for (RowStep move : moves) {
      TrackedTable target = move.target().orElseThrow();
      for (TrackedTable source : move.reads()) {
        if (takesPart(source, moves) && takesPart(target, moves)) {
          join(groups, source, target);
        }
      }
    }
    return new LinkedHashSet<>(groups.values())
        .stream().map(group -> of(group, moves)).filter(Rebuild::isWhole).toList();
  }

  private static boolean takesPart(TrackedTable table, List<RowStep> moves) {
    return !table.isOld() || !table.isAlive() || isRefilled(table, moves);
  }

  private static boolean isRefilled(TrackedTable table, List<RowStep> moves) {
    return moves.stream()
        .filter(move -> move.target().orElseThrow().equals(table))
        .flatMap(move -> move.reads().stream())
        .anyMatch(
            keeper ->
                !keeper.isOld()
                    && moves.stream()
                        .anyMatch(
                            move ->
                                move.target().orElseThrow().equals(keeper)
                                    && move.reads().contains(table)));
  }

  private static void join(
      Map<TrackedTable, Set<TrackedTable>> groups, TrackedTable one, TrackedTable other) {
    Set<TrackedTable> group = new LinkedHashSet<>();
    group.addAll(groups.getOrDefault(one, Set.of(one)));
    group.addAll(groups.getOrDefault(other, Set.of(other)));
    group.forEach(table -> groups.put(table, group));
  }

  private static Rebuild of(Set<TrackedTable> group, List<RowStep> moves) {
    Collection<TrackedTable> alive =
        group.stream()
            .filter(table -> table.isAlive() && !table.isTemporary())
            .filter(table -> !table.isOld() || isRefilled(table, moves))
            .toList();
    return new Rebuild(
        group, group.stream().filter(TrackedTable::isOld).toList(), new ArrayList<>(alive));
  }

  private boolean isWhole() {
    return !before.isEmpty() && !after.isEmpty();
  }
}
