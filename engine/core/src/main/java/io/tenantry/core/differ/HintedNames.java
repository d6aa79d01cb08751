package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.differ.Matching.Pair;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.sql.SqlNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What somebody says was renamed. */
final class HintedNames {
  private final Map<String, String> tables = new TreeMap<>(SqlNames.ORDER);
  private final Map<String, Map<String, String>> columns = new TreeMap<>(SqlNames.ORDER);

  /**
   * Reads hints.
   *
   * @throws EngineException BAD_REQUEST naming a hint that is no hint, or two that contradict
   */
  HintedNames(SchemaHints hints) {
    tables.putAll(hints.tableRenames());
    hints.columnRenames().forEach(this::add);
    requireDistinct(tables);
    columns.values().forEach(HintedNames::requireDistinct);
  }

  private void add(String hint, String wanted) {
    int dot = hint.indexOf('.');
    if (dot < 1 || dot == hint.length() - 1) {
      throw bad("column_renames must name a column as table.column: '" + hint + "'");
    }
    columns
        .computeIfAbsent(hint.substring(0, dot), _ -> new TreeMap<>(SqlNames.ORDER))
        .put(hint.substring(dot + 1), wanted);
  }

  private static void requireDistinct(Map<String, String> renames) {
    Set<String> seen = new HashSet<>();
    for (String wanted : renames.values()) {
      if (!seen.add(SqlNames.fold(wanted))) {
        throw bad("Two hints rename something to '" + wanted + "'");
      }
    }
  }

  /** Returns the new name of a table. */
  Optional<String> table(String old) {
    return Optional.ofNullable(tables.get(old));
  }

  /** Returns whether a table is to get a name. */
  boolean isTable(String wanted) {
    return tables.values().stream().anyMatch(name -> SqlNames.same(name, wanted));
  }

  /** Returns the new name of a column of a table, which is named as it is. */
  Optional<String> column(String table, String old) {
    return Optional.ofNullable(columns.getOrDefault(table, Map.of()).get(old));
  }

  /** Returns whether a column of a table, which is named as it is, is to get a name. */
  boolean isColumn(String table, String wanted) {
    return columns.getOrDefault(table, Map.of()).values().stream()
        .anyMatch(name -> SqlNames.same(name, wanted));
  }

  /** Requires that both schemas have the tables. */
  void check(List<SchemaObject> before, List<SchemaObject> after) {
    tables.forEach(
        (old, wanted) -> {
          require(before, old, "has no table '" + old + "' to rename");
          require(after, wanted, "has no table '" + wanted + "' to rename one to");
        });
    columns
        .keySet()
        .forEach(table -> require(before, table, "has no table '" + table + "' of a column"));
  }

  private static void require(List<SchemaObject> tables, String name, String problem) {
    if (tables.stream().noneMatch(table -> SqlNames.same(table.name(), name))) {
      throw bad("hints do not fit: one of the schemas " + problem);
    }
  }

  /** Requires that both schemas have the columns, in tables that they have in common. */
  void checkColumns(Scratch from, Scratch to, List<Pair> pairs) {
    columns.forEach(
        (table, renames) -> {
          Pair pair =
              pairs.stream()
                  .filter(each -> SqlNames.same(each.from().name(), table))
                  .findFirst()
                  .orElseThrow(() -> bad("The schema to reach has no table '" + table + "'"));
          renames.forEach((old, wanted) -> check(from, to, pair, old, wanted));
        });
  }

  private static void check(Scratch from, Scratch to, Pair pair, String old, String wanted) {
    String hint = pair.from().name() + "." + old;
    if (from.facts(pair.from().name()).column(old).isEmpty()) {
      throw bad("The schema to start from has no column '" + hint + "' to rename");
    }
    if (to.facts(pair.to().name()).column(wanted).isEmpty()) {
      throw bad(
          "The schema to reach has no column '%s.%s' to rename '%s' to"
              .formatted(pair.to().name(), wanted, hint));
    }
  }

  private static EngineException bad(String message) {
    return EngineException.badField("hints", message);
  }
}
