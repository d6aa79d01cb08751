package io.tenantry.core.rows;

import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.schema.TableText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that never gives a number of a row again (AUTOINCREMENT) and is made anew on the way:
 * SQLite forgets the numbers of rows that were deleted before.
 *
 * @param place the statement before which its counter is still there
 * @param name its name then
 * @param after its name in the end
 */
public record KeptCounter(int place, String name, String after) {

  /** Finds the counters that the statements of a walk would forget. */
  public static List<KeptCounter> of(RowWalk walk, IntPredicate runs) {
    List<KeptCounter> kept = new ArrayList<>();
    for (TrackedTable table : walk.tables()) {
      if (table.isAlive() && !table.isOld() && table.counts()) {
        for (TrackedTable source : sources(walk, runs, table)) {
          if (source.isOld() && !source.isAlive() && source.counts()) {
            int end = source.goneAt();
            kept.add(new KeptCounter(end, source.nameAt(end), table.name()));
          }
        }
      }
    }
    return kept;
  }

  /**
   * Finds the counters that go on under their names, wherever the rows of such a table come from:
   * they may lie in a table that does not count, which a script copied them to.
   */
  public static List<KeptCounter> ofNames(SchemaSnapshot before, SchemaSnapshot after) {
    Set<String> next = counting(after).collect(Collectors.toSet());
    return counting(before)
        .filter(next::contains)
        .map(name -> new KeptCounter(0, name, name))
        .toList();
  }

  private static Stream<String> counting(SchemaSnapshot schema) {
    return schema.objects().stream()
        .filter(object -> object.type() == SchemaObject.Type.TABLE && !object.isVirtual())
        .filter(table -> new TableText(table.sql()).isAutoIncrement())
        .map(SchemaObject::name);
  }

  /** Returns all tables whose rows a table got, directly or over others. */
  private static Set<TrackedTable> sources(RowWalk walk, IntPredicate runs, TrackedTable table) {
    Set<TrackedTable> found = new LinkedHashSet<>(Set.of(table));
    for (RowStep step : walk.steps().reversed()) {
      boolean reaches = step.moves() && runs.test(step.place());
      if (reaches && found.contains(step.target().orElseThrow())) {
        found.addAll(step.reads());
      }
    }
    return found;
  }
}
