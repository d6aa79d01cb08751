package io.tenantry.app.screens.query;

import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers of many tenants as one table: the tenant first, then every column that any of them
 * answered, by name and place; a failed tenant is a row with its error in the last column.
 *
 * @param columns names, {@code tenant} first
 * @param types types, {@code TEXT} first
 * @param rows rows in catalog order of the tenants
 * @param tenants how many tenants answered
 * @param failed how many of them failed
 * @param truncated whether any tenant's rows were cut
 */
record MergedAnswers(
    List<String> columns,
    List<String> types,
    List<List<Value>> rows,
    int tenants,
    int failed,
    boolean truncated) {

  static MergedAnswers of(List<TenantAnswer> answers) {
    return new Merging(answers).merged();
  }

  /** One column, told apart by name and by how often the name came before in the same answer. */
  private record Slot(String name, int occurrence) {}

  private static final class Merging {
    private final List<TenantAnswer> answers;
    private final Map<Slot, Integer> places = new LinkedHashMap<>();
    private final List<String> types = new ArrayList<>();
    private final List<List<Value>> rows = new ArrayList<>();
    private int failed;
    private boolean truncated;

    Merging(List<TenantAnswer> answers) {
      this.answers = answers;
    }

    MergedAnswers merged() {
      answers.forEach(answer -> answer.result().ifPresent(this::place));
      failed = (int) answers.stream().filter(answer -> answer.error().isPresent()).count();
      answers.forEach(this::addRows);
      List<String> columns = new ArrayList<>(List.of("tenant"));
      places.keySet().forEach(slot -> columns.add(slot.name()));
      List<String> allTypes = new ArrayList<>(List.of("TEXT"));
      allTypes.addAll(types);
      if (failed > 0) {
        columns.add("error");
        allTypes.add("TEXT");
      }
      return new MergedAnswers(columns, allTypes, rows, answers.size(), failed, truncated);
    }

    private void place(QueryResult result) {
      List<Slot> slots = slots(shown(result));
      List<String> resultTypes = shownTypes(result);
      for (int i = 0; i < slots.size(); i++) {
        if (places.putIfAbsent(slots.get(i), places.size()) == null) {
          types.add(resultTypes.get(i));
        }
      }
    }

    private void addRows(TenantAnswer answer) {
      Value tenant = Value.of(answer.tenant().value());
      answer.error().ifPresent(error -> rows.add(row(tenant, List.of(), List.of(), error)));
      answer
          .result()
          .ifPresent(
              result -> {
                truncated |= result.truncated();
                List<Slot> slots = slots(shown(result));
                shownRows(result).forEach(values -> rows.add(row(tenant, slots, values, "")));
              });
    }

    private List<Value> row(Value tenant, List<Slot> slots, List<Value> values, String error) {
      List<Value> row = new ArrayList<>(places.size() + 2);
      row.add(tenant);
      for (int i = 0; i < places.size(); i++) {
        row.add(Value.ofNull());
      }
      for (int i = 0; i < slots.size(); i++) {
        row.set(1 + places.getOrDefault(slots.get(i), 0), values.get(i));
      }
      if (failed > 0) {
        row.add(error.isEmpty() ? Value.ofNull() : Value.of(error));
      }
      return row;
    }

    private static List<Slot> slots(List<String> columns) {
      Map<String, Integer> seen = new LinkedHashMap<>();
      return columns.stream()
          .map(name -> new Slot(name, seen.merge(name, 1, Integer::sum)))
          .toList();
    }

    /** A statement without rows answers with the number of rows it changed. */
    private static List<String> shown(QueryResult result) {
      return result.columns().isEmpty() ? List.of("rows_affected") : result.columns();
    }

    private static List<String> shownTypes(QueryResult result) {
      return result.columns().isEmpty() ? List.of("INTEGER") : result.types();
    }

    private static List<List<Value>> shownRows(QueryResult result) {
      return result.columns().isEmpty()
          ? List.of(List.of(Value.of(result.rowsAffected().orElse(0L))))
          : result.rows();
    }
  }
}
