package io.tenantry.wire.openapi;

import io.tenantry.contract.Coded;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.queries.FanOutReplies;
import io.tenantry.wire.queries.QueryEndpoints;
import io.tenantry.wire.users.UserEndpoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The OpenAPI 3.1 document of the API. */
public final class OpenApi {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final String JSON = "application/json";
  private static final Map<String, Object> STRING = Map.of("type", "string");

  private final Schemas schemas = new Schemas();

  private OpenApi() {}

  /**
   * Composes the document.
   *
   * @param version version of the engine
   */
  public static Map<String, Object> document(String version) {
    return new OpenApi().compose(version);
  }

  private Map<String, Object> compose(String version) {
    Map<String, Object> paths = new LinkedHashMap<>();
    Map<String, Object> tags = new LinkedHashMap<>();
    for (Operation operation : Operations.all()) {
      path(paths, operation.endpoint())
          .put(operation.endpoint().method().name().toLowerCase(Locale.ROOT), described(operation));
      tags.put(operation.feature(), Map.of("name", operation.feature()));
    }
    databases(paths);
    tags.put("databases", Map.of("name", "databases"));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title",
            "Tenantry",
            "version",
            version,
            "description",
            "Tenants, blueprints, deployments, queries, backups and recovery for"
                + " database-per-tenant systems."));
    document.put("security", List.of(Map.of("bearer", List.of())));
    document.put("tags", List.copyOf(tags.values()));
    document.put("paths", paths);
    document.put("components", components());
    return document;
  }

  @SuppressWarnings("unchecked") // the values are the maps that are put here
  private static Map<String, Object> path(Map<String, Object> paths, Endpoint<?, ?> endpoint) {
    return (Map<String, Object>)
        paths.computeIfAbsent(endpoint.path(), _ -> new LinkedHashMap<String, Object>());
  }

  private Map<String, Object> described(Operation operation) {
    Endpoint<?, ?> endpoint = operation.endpoint();
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("operationId", operation.id());
    described.put("tags", List.of(operation.feature()));
    described.put("summary", operation.summary());
    if (endpoint.open()) {
      described.put("security", List.of());
    }
    List<Map<String, Object>> parameters = parameters(operation);
    if (!parameters.isEmpty()) {
      described.put("parameters", parameters);
    }
    if (endpoint.hasBody()) {
      described.put(
          "requestBody",
          Map.of("required", true, "content", content(schemas.of(operation.body()))));
    }
    described.put("responses", responses(operation));
    return described;
  }

  /** The databases' own protocol, whose messages are described by its specification. */
  private void databases(Map<String, Object> paths) {
    for (String call : List.of("v2/pipeline", "v3/pipeline", "v3/cursor")) {
      Map<String, Object> any = Map.of("type", "object");
      Map<String, Object> post = new LinkedHashMap<>();
      post.put("operationId", "databases." + call.replace("/", "."));
      post.put("tags", List.of("databases"));
      post.put("summary", "Runs requests of the Hrana protocol on a database.");
      post.put("parameters", List.of(parameter("database", "path", true)));
      post.put("requestBody", Map.of("required", true, "content", content(any)));
      post.put(
          "responses",
          Map.of(
              "200",
              Map.of(
                  "description",
                  "Success. What is recorded of schema changes in a workspace is told beside what"
                      + " the specification says.",
                  "content",
                  content(call.endsWith("pipeline") ? recording() : any))));
      paths.put("/db/{database}/" + call, Map.of("post", post));
    }
  }

  /** A reply, with what it has beside its specification. */
  private Map<String, Object> recording() {
    Map<String, Object> response =
        Map.of("anyOf", List.of(Map.of("type", "object"), schemas.of(RecordedChanges.class)));
    Map<String, Object> result =
        Map.of("type", "object", "properties", Map.of("response", response));
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of("results", Map.of("type", "array", "items", result)));
  }

  private static List<Map<String, Object>> parameters(Operation operation) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(operation.endpoint().path());
    while (variables.find()) {
      parameters.add(parameter(variables.group(1), "path", true));
    }
    operation.parameters().forEach(name -> parameters.add(parameter(name, "query", false)));
    return parameters;
  }

  private static Map<String, Object> parameter(String name, String in, boolean required) {
    return Map.of("name", name, "in", in, "required", required, "schema", STRING);
  }

  private Map<String, Object> responses(Operation operation) {
    Endpoint<?, ?> endpoint = operation.endpoint();
    boolean own = endpoint.path().startsWith(UserEndpoints.PREFIX);
    Map<String, Object> reply = schemas.of(operation.reply());
    Map<String, Object> whole =
        own || InfoEndpoints.isBare(endpoint)
            ? reply
            : Map.of("allOf", List.of(reference("Envelope"), reply));
    Map<String, Object> responses = new LinkedHashMap<>();
    Map<String, Object> shapes = new LinkedHashMap<>(content(whole));
    if (endpoint == QueryEndpoints.ADMIN) {
      shapes.put(FanOutReplies.MEDIA_TYPE, Map.of("schema", lines()));
    }
    responses.put(
        Integer.toString(endpoint.status()), Map.of("description", "Success", "content", shapes));
    responses.put(
        "default",
        Map.of(
            "description", "Failure", "content", content(reference(own ? "UserError" : "Error"))));
    return responses;
  }

  /** One line of the answers of many tenants; they come in the order of this list. */
  private Map<String, Object> lines() {
    return Map.of(
        "oneOf",
        List.of(
            Map.of("allOf", List.of(reference("Envelope"), schemas.of(FanOutReplies.Head.class))),
            schemas.of(FanOutReplies.Answer.class),
            schemas.of(FanOutReplies.Alive.class),
            schemas.of(FanOutReplies.End.class),
            reference("Error")));
  }

  private static Map<String, Object> content(Map<String, Object> schema) {
    return Map.of(JSON, Map.of("schema", schema));
  }

  private static Map<String, Object> reference(String name) {
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> components() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "Envelope",
        object(Map.of("success", "boolean", "http_status", "integer", "code", "string")));
    all.put("Failure", failure());
    all.put("Error", error());
    all.put(
        "UserError",
        object(
            Map.of(
                "success",
                "boolean",
                "error",
                "string",
                "code",
                "string",
                "errorDetail",
                "object")));
    all.putAll(schemas.named());
    return Map.of(
        "securitySchemes",
        Map.of("bearer", Map.of("type", "http", "scheme", "bearer")),
        "schemas",
        all);
  }

  private static Map<String, Object> error() {
    Map<String, Object> envelope =
        object(Map.of("success", "boolean", "http_status", "integer", "error", "string"));
    return Map.of("allOf", List.of(envelope, reference("Failure")));
  }

  /** What an error says besides its message; the only thing of an error of one part of many. */
  private static Map<String, Object> failure() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", codes(ErrorCode.values()));
    fields.put("conflict", codes(ConflictKind.values()));
    fields.put("reason", Map.of("anyOf", List.of(codes(FailureReason.values()), STRING)));
    fields.put("failure", codes(SqlFailure.Kind.values()));
    for (String text :
        List.of("sqlite_code", "sqlite_message", "table", "constraint", "near", "tenant_id")) {
      fields.put(text, STRING);
    }
    fields.put("columns", Map.of("type", "array", "items", STRING));
    return Map.of("type", "object", "properties", fields);
  }

  private static Map<String, Object> codes(Coded... values) {
    return Map.of("type", "string", "enum", Stream.of(values).map(Coded::code).toList());
  }

  private static Map<String, Object> object(Map<String, String> properties) {
    Map<String, Object> types = new LinkedHashMap<>();
    properties.forEach((name, type) -> types.put(name, Map.of("type", type)));
    return Map.of("type", "object", "properties", types);
  }
}
