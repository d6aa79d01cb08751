package io.tenantry.wire.databases;

import io.tenantry.contract.databases.BatchStep;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.databases.StepCondition;
import io.tenantry.wire.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests of a pipeline as clients write them. */
public final class HranaRequestJson {
  private HranaRequestJson() {}

  /** Returns the body of a pipeline with one request. */
  public static byte[] pipeline(Optional<String> baton, Map<String, Object> request) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("baton", baton.orElse(null));
    body.put("requests", List.of(request));
    return Json.bytes(body);
  }

  /** Returns a request that has nothing but its type. */
  public static Map<String, Object> plain(String type) {
    return Map.of("type", type);
  }

  /** Returns a request with a text. */
  public static Map<String, Object> text(String type, String sql) {
    return Map.of("type", type, "sql", sql);
  }

  /** Returns {@code execute}. */
  public static Map<String, Object> execute(DatabaseStatement statement) {
    return Map.of("type", "execute", "stmt", tree(statement));
  }

  /** Returns {@code batch}. */
  public static Map<String, Object> batch(List<BatchStep> steps) {
    List<Map<String, Object>> trees = steps.stream().map(HranaRequestJson::tree).toList();
    return Map.of("type", "batch", "batch", Map.of("steps", trees));
  }

  private static Map<String, Object> tree(BatchStep step) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("stmt", tree(step.statement()));
    step.condition().ifPresent(condition -> tree.put("condition", tree(condition)));
    return tree;
  }

  private static Map<String, Object> tree(DatabaseStatement statement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("sql", statement.sql());
    tree.put("args", statement.parameters().positional().stream().map(HranaValue::tree).toList());
    tree.put(
        "named_args",
        statement.parameters().named().entrySet().stream()
            .map(
                entry -> Map.of("name", entry.getKey(), "value", HranaValue.tree(entry.getValue())))
            .toList());
    tree.put("want_rows", statement.wantRows());
    return tree;
  }

  private static Map<String, Object> tree(StepCondition condition) {
    return switch (condition) {
      case StepCondition.Ok(int step) -> Map.of("type", "ok", "step", step);
      case StepCondition.Failed(int step) -> Map.of("type", "error", "step", step);
      case StepCondition.Not(StepCondition other) -> Map.of("type", "not", "cond", tree(other));
      case StepCondition.And(List<StepCondition> all) ->
          Map.of("type", "and", "conds", all.stream().map(HranaRequestJson::tree).toList());
      case StepCondition.Or(List<StepCondition> any) ->
          Map.of("type", "or", "conds", any.stream().map(HranaRequestJson::tree).toList());
      case StepCondition.Autocommit() -> Map.of("type", "is_autocommit");
    };
  }
}
