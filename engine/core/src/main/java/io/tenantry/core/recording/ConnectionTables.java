package io.tenantry.core.recording;

import io.tenantry.core.rows.Carried;
import io.tenantry.core.rows.RowStep;
import io.tenantry.core.rows.RowWalk;
import io.tenantry.core.rows.TrackedTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Which tables of the connection a request needs to take rows along; all others are no affair of
 * tenants.
 */
final class ConnectionTables {
  private final RowWalk walk;
  private final Set<TrackedTable> used = new HashSet<>();

  /** The first statement that has rows from such a table. */
  private final Map<TrackedTable, Integer> users = new HashMap<>();

  private ConnectionTables(RowWalk walk) {
    this.walk = walk;
  }

  /**
   * Finds them.
   *
   * @param runs which statements tenants are taken to run
   */
  static ConnectionTables of(RowWalk walk, IntPredicate runs) {
    ConnectionTables own = new ConnectionTables(walk);
    walk.steps().reversed().stream()
        .filter(step -> runs.test(step.place()) && !own.isLeft(step.place()))
        .forEach(own::use);
    return own;
  }

  private void use(RowStep step) {
    for (TrackedTable table : step.reads()) {
      if (table.isTemporary()) {
        used.add(table);
        users.put(table, step.place());
      }
    }
  }

  /** Says whether a statement is about a table that nothing needs. */
  boolean isLeft(int place) {
    return walk.steps().get(place).target().filter(TrackedTable::isTemporary).isPresent()
        && !used.contains(walk.steps().get(place).target().orElseThrow());
  }

  /** Returns what is said of a data statement then. */
  Carried left(int place) {
    String name = walk.steps().get(place).target().orElseThrow().name();
    return Carried.no(
        "changes rows of " + name + ", a table of the connection", OptionalInt.empty());
  }

  /** Returns the statements about needed tables, each with one that has rows from there. */
  Map<Integer, Integer> needed() {
    Map<Integer, Integer> needed = new HashMap<>();
    for (RowStep step : walk.steps()) {
      step.target()
          .filter(used::contains)
          .ifPresent(table -> needed.put(step.place(), users.get(table)));
    }
    return needed;
  }
}
