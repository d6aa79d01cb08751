package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaObject.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hints, checked against both schemas and written as steps. */
record Renames(List<PlanStep> steps) {

  /**
   * Reads hints.
   *
   * @throws EngineException BAD_REQUEST naming the hint that fits neither schema
   */
  static Renames of(SchemaHints hints, Scratch from, Scratch to) {
    Map<String, String> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<PlanStep> steps = new ArrayList<>();
    new TreeMap<>(hints.tableRenames())
        .forEach(
            (old, wanted) -> {
              table(from, old, "has no table '" + old + "' to rename");
              table(to, wanted, "has no table '" + wanted + "' to rename one to");
              tables.put(old, wanted);
              steps.add(
                  Steps.cheap(
                      "rename_table",
                      wanted,
                      Steps.alter(old) + " RENAME TO " + Steps.quoted(wanted)));
            });
    new TreeMap<>(hints.columnRenames())
        .forEach((old, wanted) -> steps.add(column(from, to, tables, old, wanted)));
    return new Renames(List.copyOf(steps));
  }

  private static PlanStep column(
      Scratch from, Scratch to, Map<String, String> tables, String hint, String wanted) {
    int dot = hint.indexOf('.');
    if (dot < 1 || dot == hint.length() - 1) {
      throw bad("column_renames must name a column as table.column: '" + hint + "'");
    }
    String old = hint.substring(dot + 1);
    String before = hint.substring(0, dot);
    String now = tables.getOrDefault(before, before);
    SchemaObject source = table(from, before, "has no table '" + before + "' of '" + hint + "'");
    SchemaObject target = table(to, now, "has no table '" + now + "' of '" + hint + "'");
    if (from.facts(source.name()).column(old).isEmpty()) {
      throw bad("The schema to start from has no column '" + hint + "' to rename");
    }
    if (to.facts(target.name()).column(wanted).isEmpty()) {
      throw bad(
          "The schema to reach has no column '%s.%s' to rename '%s' to"
              .formatted(now, wanted, hint));
    }
    return Steps.cheap(
        "rename_column",
        target.name() + "." + wanted,
        Steps.alter(now) + " RENAME COLUMN " + Steps.quoted(old) + " TO " + Steps.quoted(wanted));
  }

  private static SchemaObject table(Scratch schema, String name, String problem) {
    return schema
        .find(Type.TABLE, name)
        .orElseThrow(() -> bad("hints do not fit: one of the schemas " + problem));
  }

  private static EngineException bad(String message) {
    return EngineException.badField("hints", message);
  }
}
