package io.tenantry.core.rows;

import io.tenantry.sql.RowStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which data statements of a request tenants need, too: those that take rows along which
 * are there already. What adds or changes rows for its own sake stays in the workspace. One thread.
 */
public final class Carrying {
  private final RowWalk walk;
  private final List<Rebuild> rebuilds;
  private final AddedColumns added = new AddedColumns();

  /** Tables made on the way that got rows of the schema. */
  private final Set<TrackedTable> filled = new HashSet<>();

  private final Map<Integer, Carried> decisions = new HashMap<>();

  private Carrying(RowWalk walk, List<Rebuild> rebuilds) {
    this.walk = walk;
    this.rebuilds = rebuilds;
  }

  /** Returns what is to be done with each data statement, by its place. */
  public static Map<Integer, Carried> of(RowWalk walk, List<Rebuild> rebuilds) {
    Carrying carrying = new Carrying(walk, rebuilds);
    walk.steps().forEach(carrying::step);
    return carrying.decisions;
  }

  private void step(RowStep step) {
    Optional<Carried> decision = step.rows().map(rows -> decide(step, rows));
    decision.ifPresent(made -> decisions.put(step.place(), made));
    if (step.target().isEmpty()) {
      return;
    }
    TrackedTable table = step.target().get();
    step.ddl().ifPresent(ddl -> added.changed(step.place(), table, ddl));
    boolean runs = decision.map(Carried::carried).orElse(true);
    if (runs && step.moves() && movesKept(step) && !table.isOld()) {
      filled.add(table);
    }
  }

  /** Rows that were there before, or came from such. */
  private boolean movesKept(RowStep step) {
    return step.reads().stream().anyMatch(table -> table.isOld() || filled.contains(table));
  }

  private Carried decide(RowStep step, RowStatement rows) {
    if (step.target().isEmpty()) {
      return Carried.no("changes rows of " + rows.table(), OptionalInt.empty());
    }
    TrackedTable table = step.target().get();
    Optional<Rebuild> rebuild =
        rebuilds.stream().filter(each -> each.tables().contains(table)).findFirst();
    if (rows.isCommand() && table.isVirtual()) {
      return command(table);
    }
    if (rows.inserts()) {
      return inserted(step, rows, table, rebuild);
    }
    return rows.verb().equals("UPDATE")
        ? updated(step, rows, table, rebuild)
        : deleted(step, table, rebuild);
  }

  private Carried command(TrackedTable table) {
    String reason = "fills the index of " + table.firstName();
    return table.isOld() ? Carried.alone(reason) : Carried.yes(reason, table.madeAt());
  }

  private Carried inserted(
      RowStep step, RowStatement rows, TrackedTable table, Optional<Rebuild> rebuild) {
    if (!step.moves() || !movesKept(step)) {
      String what = rows.inserts() && step.moves() ? "rows of this request" : "rows of its own";
      return Carried.no("adds %s to %s".formatted(what, name(step, table)), home(table, rebuild));
    }
    String copies = "copies rows of %s into %s".formatted(sources(step), name(step, table));
    if (rebuild.isPresent()) {
      return Carried.yes(copies, place(rebuild.get()));
    }
    if (!table.isOld()) {
      return Carried.yes(copies, table.madeAt());
    }
    return step.reads().stream()
        .filter(source -> source.goneAt() > step.place() && !source.isAlive())
        .findFirst()
        .map(source -> Carried.yes(copies + ", before it is dropped", source.goneAt()))
        .orElseGet(() -> Carried.no(copies + ", which was there before", OptionalInt.empty()));
  }

  private static String sources(RowStep step) {
    return step.reads().stream()
        .map(source -> source.nameAt(step.place()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private Carried updated(
      RowStep step, RowStatement rows, TrackedTable table, Optional<Rebuild> rebuild) {
    Optional<String> fills =
        rows.columns().stream().filter(column -> added.contains(table, column)).findFirst();
    String changes = "changes rows of " + name(step, table);
    if (rebuild.isPresent() && isOnTheWay(step, table, rows, rebuild.get())) {
      return Carried.yes(changes + " while it is made anew", place(rebuild.get()));
    }
    if (fills.isPresent()) {
      int with = added.placeOf(table, fills.get()).orElseThrow();
      return Carried.yes("fills %s.%s".formatted(name(step, table), fills.get()), with);
    }
    return filled.contains(table)
        ? Carried.yes(changes + " that were copied into it", table.madeAt())
        : Carried.no(changes, home(table, rebuild));
  }

  /** An update behind a rebuild belongs to it only where it fills what no copy has filled. */
  private boolean isOnTheWay(RowStep step, TrackedTable table, RowStatement rows, Rebuild rebuild) {
    if (step.place() < lastPlace(rebuild)) {
      return true;
    }
    List<CopyMap> copies =
        walk.steps().stream()
            .filter(move -> move.moves() && move.target().orElseThrow().equals(table))
            .flatMap(move -> move.reads().stream().map(source -> CopyMap.of(move, source)))
            .toList();
    return rows.columns().stream()
        .anyMatch(
            column ->
                copies.stream()
                    .flatMap(copy -> copy.columns().stream())
                    .noneMatch(copied -> copied.isInto(column)));
  }

  private Carried deleted(RowStep step, TrackedTable table, Optional<Rebuild> rebuild) {
    String deletes = "deletes rows of " + name(step, table);
    boolean copied =
        walk.steps().stream()
            .filter(move -> move.place() < step.place() && move.moves())
            .anyMatch(move -> move.reads().contains(table));
    if (rebuild.isPresent() && (copied || !table.isOld())) {
      return Carried.yes(deletes + " while it is made anew", place(rebuild.get()));
    }
    return filled.contains(table)
        ? Carried.yes(deletes + " that were copied into it", table.madeAt())
        : Carried.no(deletes, home(table, rebuild));
  }

  /** Rows of a table that the request made go with it. */
  private OptionalInt home(TrackedTable table, Optional<Rebuild> rebuild) {
    if (rebuild.isPresent()) {
      return OptionalInt.of(place(rebuild.get()));
    }
    return table.isOld() ? OptionalInt.empty() : OptionalInt.of(table.madeAt());
  }

  /** Returns the place of the first schema change of a rebuild. */
  private int place(Rebuild rebuild) {
    return schemaChanges(rebuild).findFirst().map(RowStep::place).orElseThrow();
  }

  private int lastPlace(Rebuild rebuild) {
    return schemaChanges(rebuild).mapToInt(RowStep::place).max().orElseThrow();
  }

  private Stream<RowStep> schemaChanges(Rebuild rebuild) {
    return walk.steps().stream().filter(rebuild::isCore);
  }

  private static String name(RowStep step, TrackedTable table) {
    return table.nameAt(step.place());
  }
}
