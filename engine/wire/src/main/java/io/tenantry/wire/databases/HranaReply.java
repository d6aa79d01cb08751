package io.tenantry.wire.databases;

import io.tenantry.contract.databases.DatabaseColumn;
import io.tenantry.contract.databases.DatabaseDescription;
import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.queries.Value;
import io.tenantry.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The reply to a pipeline with one request, read by a client.
 *
 * @param baton how the stream goes on; empty when it has ended
 * @param response what the request answered
 */
public record HranaReply(Optional<String> baton, JsonNode response) {
  private static final int OK = 200;

  /**
   * Reads a reply.
   *
   * @throws io.tenantry.wire.json.JsonException when it is none
   */
  public static HranaReply of(byte[] body) {
    JsonNode node = Json.tree(body);
    return new HranaReply(Nodes.optionalText(node, "baton"), node.path("results").path(0));
  }

  /**
   * Returns what the request answered.
   *
   * @throws io.tenantry.contract.error.EngineException the error of the request
   */
  public JsonNode answer() {
    if (response.path("type").asString("").equals("error")) {
      throw HranaError.read(response.path("error"), OK);
    }
    return response.path("response");
  }

  /** Returns the result of {@code execute}. */
  public DatabaseResult result() {
    return result(answer().path("result"));
  }

  /** Returns what the reply tells of schema changes. */
  public RecordedChanges recorded() {
    JsonNode told = response.path("response");
    return told.has("warnings")
        ? Json.read(Json.bytes(told), RecordedChanges.class)
        : RecordedChanges.NOTHING;
  }

  /** Returns the outcomes of {@code batch}. */
  public List<StepOutcome> outcomes() {
    JsonNode results = answer().path("result").path("step_results");
    JsonNode errors = answer().path("result").path("step_errors");
    List<StepOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).isObject()) {
        outcomes.add(new StepOutcome.Done(result(results.get(i))));
      } else if (errors.path(i).isObject()) {
        outcomes.add(new StepOutcome.Broken(HranaError.read(errors.path(i), OK)));
      } else {
        outcomes.add(new StepOutcome.Skipped());
      }
    }
    return outcomes;
  }

  /** Returns the result of {@code describe}. */
  public DatabaseDescription description() {
    JsonNode result = answer().path("result");
    return new DatabaseDescription(
        items(result.path("params"), param -> Nodes.optionalText(param, "name")),
        items(result.path("cols"), HranaReply::column),
        result.path("is_explain").asBoolean(false),
        result.path("is_readonly").asBoolean(false));
  }

  private static DatabaseResult result(JsonNode node) {
    return new DatabaseResult(
        items(node.path("cols"), HranaReply::column),
        items(node.path("rows"), HranaReply::row),
        node.path("affected_row_count").asLong(0),
        Nodes.optionalText(node, "last_insert_rowid").map(Long::valueOf),
        node.path("query_duration_ms").asDouble(0));
  }

  private static DatabaseColumn column(JsonNode node) {
    return new DatabaseColumn(
        Nodes.optionalText(node, "name").orElse(""), Nodes.optionalText(node, "decltype"));
  }

  private static List<Value> row(JsonNode node) {
    return items(node, HranaValue::read);
  }

  private static <T> List<T> items(JsonNode array, Function<JsonNode, T> reader) {
    List<T> items = new ArrayList<>(array.size());
    for (JsonNode item : array) {
      items.add(reader.apply(item));
    }
    return items;
  }
}
