package io.tenantry.wire.databases;

import io.tenantry.contract.databases.StepCondition;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.wire.databases.StreamStatement.Step;
import io.tenantry.wire.json.Json;
import io.tenantry.wire.json.JsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body of a pipeline or of a cursor.
 *
 * @param baton which stream goes on; empty for a new one
 * @param requests what it does, in order
 */
public record HranaRequest(Optional<String> baton, List<StreamRequest> requests) {
  /** Copies the list. */
  public HranaRequest {
    requests = List.copyOf(requests);
  }

  /**
   * Reads the body of {@code pipeline}.
   *
   * @throws EngineException BAD_REQUEST naming the field that is wrong
   */
  public static HranaRequest pipeline(byte[] body) {
    JsonNode node = object(body);
    return new HranaRequest(
        Nodes.optionalText(node, "baton"), Nodes.list(node, "requests", HranaRequest::request));
  }

  /**
   * Reads the body of {@code cursor}: its one request is a batch.
   *
   * @throws EngineException BAD_REQUEST naming the field that is wrong
   */
  public static HranaRequest cursor(byte[] body) {
    JsonNode node = object(body);
    return new HranaRequest(Nodes.optionalText(node, "baton"), List.of(batch(node)));
  }

  private static JsonNode object(byte[] body) {
    JsonNode node;
    try {
      node = Json.tree(body);
    } catch (JsonException malformed) {
      throw EngineException.badRequest("Request body must be a JSON object");
    }
    if (!node.isObject()) {
      throw EngineException.badRequest("Request body must be a JSON object");
    }
    return node;
  }

  private static StreamRequest request(JsonNode node) {
    String type = Nodes.text(node, "type");
    return switch (type) {
      case "close" -> new StreamRequest.Close();
      case "execute" ->
          new StreamRequest.Execute(
              Nodes.inside("stmt", Nodes.object(node, "stmt"), HranaRequest::statement));
      case "batch" -> batch(node);
      case "sequence" -> new StreamRequest.Sequence(sql(node));
      case "describe" -> new StreamRequest.Describe(sql(node));
      case "store_sql" ->
          new StreamRequest.StoreSql(Nodes.integer(node, "sql_id"), Nodes.text(node, "sql"));
      case "close_sql" -> new StreamRequest.CloseSql(Nodes.integer(node, "sql_id"));
      case "get_autocommit" -> new StreamRequest.GetAutocommit();
      default ->
          throw Nodes.wrong(
              "type",
              "must be one of: close, execute, batch, sequence, describe, store_sql, close_sql,"
                  + " get_autocommit");
    };
  }

  private static StreamRequest.Batch batch(JsonNode node) {
    return Nodes.inside(
        "batch",
        Nodes.object(node, "batch"),
        batch -> {
          Nodes.required(batch, "steps");
          return new StreamRequest.Batch(Nodes.list(batch, "steps", HranaRequest::step));
        });
  }

  private static Step step(JsonNode node) {
    return new Step(
        Nodes.inside("stmt", Nodes.object(node, "stmt"), HranaRequest::statement),
        Nodes.find(node, "condition").map(HranaRequest::condition));
  }

  private static StepCondition condition(JsonNode node) {
    String type = Nodes.text(node, "type");
    return switch (type) {
      case "ok" -> new StepCondition.Ok(Nodes.integer(node, "step"));
      case "error" -> new StepCondition.Failed(Nodes.integer(node, "step"));
      case "not" -> new StepCondition.Not(condition(Nodes.object(node, "cond")));
      case "and" -> new StepCondition.And(Nodes.list(node, "conds", HranaRequest::condition));
      case "or" -> new StepCondition.Or(Nodes.list(node, "conds", HranaRequest::condition));
      case "is_autocommit" -> new StepCondition.Autocommit();
      default ->
          throw Nodes.wrong("type", "must be one of: ok, error, not, and, or, is_autocommit");
    };
  }

  private static StreamStatement statement(JsonNode node) {
    return new StreamStatement(sql(node), parameters(node), Nodes.flag(node, "want_rows", true));
  }

  private static SqlText sql(JsonNode node) {
    SqlText sql =
        new SqlText(Nodes.optionalText(node, "sql"), Nodes.optionalInteger(node, "sql_id"));
    if (sql.sql().isPresent() == sql.id().isPresent()) {
      throw EngineException.badField("sql", "sql or sql_id is required, and not both");
    }
    return sql;
  }

  private static Parameters parameters(JsonNode node) {
    List<Value> positional = Nodes.list(node, "args", HranaValue::read);
    Map<String, Value> named = new LinkedHashMap<>();
    Nodes.list(node, "named_args", HranaRequest::named).forEach(named::putAll);
    if (named.isEmpty()) {
      return Parameters.of(positional);
    }
    if (!positional.isEmpty()) {
      throw EngineException.badField("named_args", "named_args cannot be given together with args");
    }
    return Parameters.named(named);
  }

  private static Map<String, Value> named(JsonNode node) {
    return Map.of(
        Nodes.text(node, "name"),
        Nodes.inside("value", Nodes.object(node, "value"), HranaValue::read));
  }
}
