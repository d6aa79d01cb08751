package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.sql.DdlParser;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.DdlStatement.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows from recorded statements what was renamed between two schemas, so that nobody has to give a
 * hint for it. One thread.
 */
public final class RecordedRenames {
  private final List<DdlStatement> renames = new ArrayList<>();

  /** Adds statements that are taken back, given in the order in which they were made. */
  public RecordedRenames undo(List<String> statements) {
    for (String statement : statements.reversed()) {
      switch (DdlParser.parse(statement).orElse(null)) {
        case RenameTable(String table, String to) -> renames.add(new RenameTable(to, table));
        case RenameColumn(String table, String name, String to) ->
            renames.add(new RenameColumn(table, to, name));
        case null, default -> {}
      }
    }
    return this;
  }

  /** Adds statements that are made after those so far. */
  public RecordedRenames follow(List<String> statements) {
    for (String statement : statements) {
      DdlParser.parse(statement)
          .filter(ddl -> ddl instanceof RenameTable || ddl instanceof RenameColumn)
          .ifPresent(renames::add);
    }
    return this;
  }

  /**
   * Returns what was renamed in all, as far as both schemas agree with it: something else may have
   * taken a name since.
   *
   * @param from tables and their columns where it starts, names in any case
   * @param to tables and their columns where it ends, names in any case
   */
  public SchemaHints hints(Map<String, List<String>> from, Map<String, List<String>> to) {
    Map<String, String> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, Map<String, String>> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (DdlStatement rename : renames) {
      switch (rename) {
        case RenameTable(String table, String name) -> tables.put(origin(tables, table), name);
        case RenameColumn(String table, String name, String next) -> {
          Map<String, String> of =
              columns.computeIfAbsent(
                  origin(tables, table), _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
          of.put(origin(of, name), next);
        }
        default -> {}
      }
    }
    tables.entrySet().removeIf(each -> !moved(each, from.keySet(), to.keySet()));
    Map<String, String> kept = new TreeMap<>();
    columns.forEach(
        (table, of) ->
            of.entrySet().stream()
                .filter(
                    each ->
                        moved(
                            each,
                            from.getOrDefault(table, List.of()),
                            to.getOrDefault(tables.getOrDefault(table, table), List.of())))
                .forEach(each -> kept.put(table + "." + each.getKey(), each.getValue())));
    return new SchemaHints(tables, kept);
  }

  /** Returns the first name of what is called so now. */
  private static String origin(Map<String, String> names, String now) {
    return names.entrySet().stream()
        .filter(each -> each.getValue().equalsIgnoreCase(now))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(now);
  }

  private static boolean moved(
      Map.Entry<String, String> rename, Iterable<String> from, Iterable<String> to) {
    return has(from, rename.getKey())
        && !has(from, rename.getValue())
        && has(to, rename.getValue())
        && !has(to, rename.getKey());
  }

  private static boolean has(Iterable<String> names, String wanted) {
    for (String name : names) {
      if (name.equalsIgnoreCase(wanted)) {
        return true;
      }
    }
    return false;
  }
}
