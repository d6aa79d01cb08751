package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.differ.TableFacts.Column;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables that two schemas have in common, and their columns. What has a name of the other
 * schema and is not in common is something else under that name.
 */
record Matching(List<Pair> pairs) {
  /** Copies the pairs. */
  Matching {
    pairs = List.copyOf(pairs);
  }

  /**
   * A table.
   *
   * @param columns the names of those columns it keeps, as they are and as they are to be
   */
  record Pair(SchemaObject from, SchemaObject to, Map<String, String> columns) {
    /** Returns the name that a column of the schema to reach has now, if it is not new. */
    Optional<String> before(String wanted) {
      return columns.entrySet().stream()
          .filter(each -> SqlNames.same(each.getValue(), wanted))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    /** Returns whether a column of the schema to start from goes. */
    boolean goes(String column) {
      return !columns.containsKey(column);
    }

    /** Returns the columns whose names change, be it by case alone. */
    Map<String, String> renames() {
      Map<String, String> renames = new TreeMap<>(SqlNames.ORDER);
      columns.forEach(
          (old, wanted) -> {
            if (!old.equals(wanted)) {
              renames.put(old, wanted);
            }
          });
      return renames;
    }
  }

  /** Returns the pair of a table of the schema to reach, if it is not new. */
  Optional<Pair> to(String table) {
    return pairs.stream().filter(pair -> SqlNames.same(pair.to().name(), table)).findFirst();
  }

  /** Returns the pair of a table of the schema to start from, if it stays. */
  Optional<Pair> from(String table) {
    return pairs.stream().filter(pair -> SqlNames.same(pair.from().name(), table)).findFirst();
  }

  /**
   * Finds out what the schemas have in common.
   *
   * @throws EngineException BAD_REQUEST naming the hint that fits neither schema
   */
  static Matching of(Kinship kinship, SchemaHints hints, Scratch from, Scratch to) {
    return new Finding(kinship, new HintedNames(hints), from, to).all();
  }

  private record Finding(Kinship kinship, HintedNames hints, Scratch from, Scratch to) {
    Matching all() {
      List<SchemaObject> after = tables(to);
      List<Pair> pairs = new ArrayList<>();
      hints.check(tables(from), after);
      for (SchemaObject table : tables(from)) {
        counterpart(table, after).ifPresent(other -> pairs.add(pair(table, other)));
      }
      hints.checkColumns(from, to, pairs);
      return new Matching(pairs);
    }

    private static List<SchemaObject> tables(Scratch scratch) {
      return scratch.schema().objects().stream()
          .filter(object -> object.type() == Type.TABLE)
          .toList();
    }

    private Optional<SchemaObject> counterpart(SchemaObject table, List<SchemaObject> after) {
      Optional<String> hinted = hints.table(table.name());
      return after.stream()
          .filter(other -> other.isVirtual() == table.isVirtual())
          .filter(
              other ->
                  hinted.isPresent()
                      ? SqlNames.same(other.name(), hinted.get())
                      : !hints.isTable(other.name()) && isSame(table, other))
          .findFirst();
    }

    private boolean isSame(SchemaObject table, SchemaObject other) {
      return kinship.before().of(table.name()).equals(kinship.after().of(other.name()));
    }

    private Pair pair(SchemaObject table, SchemaObject other) {
      Kinship known = isSame(table, other) ? kinship : Kinship.byName();
      List<Column> after = to.facts(other.name()).columns();
      Map<String, String> columns = new TreeMap<>(SqlNames.ORDER);
      for (Column column : from.facts(table.name()).columns()) {
        counterpart(known, table, column, other, after)
            .filter(same -> !columns.containsValue(same))
            .ifPresent(same -> columns.put(column.name(), same));
      }
      return new Pair(table, other, columns);
    }

    private Optional<String> counterpart(
        Kinship known, SchemaObject table, Column column, SchemaObject other, List<Column> after) {
      Optional<String> hinted = hints.column(table.name(), column.name());
      List<String> same =
          after.stream()
              .map(Column::name)
              .filter(
                  name ->
                      hinted.isPresent()
                          ? SqlNames.same(name, hinted.get())
                          : !hints.isColumn(table.name(), name)
                              && known
                                  .before()
                                  .of(table.name(), column.name())
                                  .equals(known.after().of(other.name(), name)))
              .toList();
      return same.stream()
          .filter(name -> SqlNames.same(name, column.name()))
          .findFirst()
          .or(() -> same.stream().findFirst());
    }
  }
}
