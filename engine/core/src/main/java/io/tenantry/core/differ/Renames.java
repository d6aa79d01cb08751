package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.core.differ.Matching.Pair;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives the tables and columns that stay the names they are to have, on the scratch database. What
 * goes, and has a name that something else is to have, goes first or out of the way. Behind it what
 * has one name is one thing. One thread.
 */
final class Renames {
  private final Scratch scratch;
  private final Scratch target;
  private final SchemaSnapshot wanted;
  private final Matching matching;
  private final List<PlanStep> steps = new ArrayList<>();

  /** What columns were called that are out of the way now, by table. */
  private final Map<String, Map<String, String>> moved = new TreeMap<>(SqlNames.ORDER);

  Renames(Scratch scratch, Scratch target, SchemaSnapshot wanted, Matching matching) {
    this.scratch = scratch;
    this.target = target;
    this.wanted = wanted;
    this.matching = matching;
  }

  /** Does it; returns the steps. */
  List<PlanStep> run() {
    Map<String, String> tables = tableNames();
    scratch.schema().objects().stream()
        .filter(object -> isInTheWay(object, tables))
        .forEach(this::drop);
    Turns turns = new Turns(tables, names(scratch.schema()), names(wanted));
    turns.forEach((old, name) -> add(renamed(old, name)));
    matching.pairs().stream().filter(pair -> !pair.to().isVirtual()).forEach(this::columns);
    return List.copyOf(steps);
  }

  /** Returns what columns of a table were called that are out of the way now. */
  Map<String, String> moved(String table) {
    return moved.getOrDefault(table, Map.of());
  }

  private void add(PlanStep step) {
    scratch.run(step.statements());
    steps.add(step);
  }

  private void drop(SchemaObject object) {
    if (scratch.find(object.type(), object.name()).isPresent()) {
      add(object.type() == Type.TABLE ? Steps.dropTable(object) : Steps.drop(object));
    }
  }

  private Map<String, String> tableNames() {
    Map<String, String> names = new TreeMap<>(SqlNames.ORDER);
    matching.pairs().stream()
        .filter(pair -> !SqlNames.same(pair.from().name(), pair.to().name()))
        .forEach(pair -> names.put(pair.from().name(), pair.to().name()));
    return names;
  }

  /** A table that goes gives way to anything, an index or a view only to a table. */
  private boolean isInTheWay(SchemaObject object, Map<String, String> tables) {
    return switch (object.type()) {
      case TABLE -> matching.from(object.name()).isEmpty() && names(wanted).contains(object.name());
      case INDEX, VIEW ->
          tables.values().stream().anyMatch(name -> SqlNames.same(name, object.name()));
      case TRIGGER -> false;
    };
  }

  private static Set<String> names(SchemaSnapshot schema) {
    Set<String> names = SqlNames.set();
    schema.objects().stream()
        .filter(object -> object.type() != Type.TRIGGER)
        .forEach(object -> names.add(object.name()));
    return names;
  }

  private static PlanStep renamed(String table, String name) {
    return Steps.cheap(
        "rename_table", name, Steps.alter(table) + " RENAME TO " + Steps.quoted(name));
  }

  private void columns(Pair pair) {
    String table = pair.to().name();
    Set<String> next = SqlNames.set(target.facts(table).columnNames());
    for (String column : scratch.facts(table).columnNames()) {
      if (pair.goes(column) && next.contains(column)) {
        clear(table, column, next);
      }
    }
    Turns turns = new Turns(pair.renames(), SqlNames.set(scratch.facts(table).columnNames()), next);
    turns.forEach((old, name) -> add(renamed(table, old, name)));
  }

  private static PlanStep renamed(String table, String old, String name) {
    return Steps.cheap(
        "rename_column",
        table + "." + name,
        Steps.alter(table) + " RENAME COLUMN " + Steps.quoted(old) + " TO " + Steps.quoted(name));
  }

  /** Drops a column where SQLite can do that in place; else it goes later, when all is copied. */
  private void clear(String table, String column, Set<String> next) {
    TableFacts facts = scratch.facts(table);
    PlanStep drop = TableAlter.drop(table, facts, facts.column(column).orElseThrow());
    if (scratch.accepts(drop.statements(), _ -> true)) {
      steps.add(drop);
      return;
    }
    String free = Turns.free(column, SqlNames.set(facts.columnNames()), next);
    add(renamed(table, column, free));
    moved.computeIfAbsent(table, _ -> new TreeMap<>(SqlNames.ORDER)).put(free, column);
  }
}
