package io.tenantry.core.sources;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.SourceConnection.LibSql;
import io.tenantry.core.files.JsonText;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * One read transaction on a libSQL server, over Hrana's HTTP pipelines in JSON; version 2 and 3 are
 * the same as far as it goes. One thread.
 */
final class HranaSession implements AutoCloseable {
  private static final String ERROR =
      """
      SELECT coalesce(value ->> '$.error.message', 'unknown error')
      FROM document, json_each(text, '$.results')
      WHERE value ->> '$.type' = 'error'
      """;
  private static final String CELLS =
      """
      SELECT r.key, c.value ->> '$.type', c.value ->> '$.value', c.value ->> '$.base64'
      FROM document, json_each(text, '$.results[0].response.result.rows') r, json_each(r.value) c
      ORDER BY r.key, c.key
      """;

  private final WebDocuments web;
  private final JsonDocument document;
  private final Optional<Secret> token;
  private HttpUrl pipeline;
  private Optional<String> baton = Optional.empty();

  HranaSession(WebDocuments web, Sqlite sqlite, LibSql connection) {
    this.web = web;
    this.token = connection.authToken();
    this.pipeline = pipeline(connection.url());
    this.document = new JsonDocument(sqlite);
    boolean started = false;
    try {
      query("BEGIN", List.of());
      started = true;
    } finally {
      if (!started) {
        document.close();
      }
    }
  }

  private static HttpUrl pipeline(String url) {
    String http = url.startsWith("libsql://") ? "https" + url.substring(6) : url;
    return WebDocuments.parse("connection.url", http)
        .newBuilder()
        .query(null)
        .fragment(null)
        .addPathSegments("v2/pipeline")
        .build();
  }

  /** Runs a statement and returns all its rows. */
  List<List<Value>> query(String sql, List<Value> values) {
    send(
        "{\"type\":\"execute\",\"stmt\":{\"sql\":%s,\"args\":[%s],\"want_rows\":true}}"
            .formatted(
                JsonText.quoted(sql),
                values.stream().map(HranaSession::argument).collect(Collectors.joining(","))));
    List<List<Value>> rows = new ArrayList<>();
    document.query(CELLS, row -> addCell(row, rows));
    return rows;
  }

  private static boolean addCell(SqliteStatement cell, List<List<Value>> rows) {
    int row = Integer.parseInt(cell.value(0).toString());
    while (rows.size() <= row) {
      rows.add(new ArrayList<>());
    }
    return rows.get(row).add(value(cell));
  }

  private static Value value(SqliteStatement cell) {
    String text = cell.value(2).toString();
    return switch (cell.value(1).toString()) {
      case "integer" -> Value.of(Long.parseLong(text));
      case "float" -> Value.of(Double.parseDouble(text));
      case "text" -> Value.of(text);
      case "blob" -> Value.of(blob(cell.value(3).toString()));
      default -> Value.ofNull();
    };
  }

  /** The protocol leaves the padding out. */
  private static byte[] blob(String base64) {
    return Base64.getDecoder().decode(base64.replace("=", ""));
  }

  private static String argument(Value value) {
    return switch (value) {
      case Value.Null _ -> "{\"type\":\"null\"}";
      case Value.Integer(long number) -> "{\"type\":\"integer\",\"value\":\"" + number + "\"}";
      case Value.Real(double number) -> "{\"type\":\"float\",\"value\":" + number + "}";
      case Value.Text(String text) -> "{\"type\":\"text\",\"value\":" + JsonText.quoted(text) + "}";
      case Value.Blob(byte[] bytes) ->
          "{\"type\":\"blob\",\"base64\":\""
              + Base64.getEncoder().withoutPadding().encodeToString(bytes)
              + "\"}";
    };
  }

  private void send(String request) {
    String json =
        "{\"baton\":%s,\"requests\":[%s]}"
            .formatted(baton.map(JsonText::quoted).orElse("null"), request);
    if (!document.load(web.post(pipeline, json, token))) {
      throw EngineException.badField("connection.url", "connection.url does not speak Hrana");
    }
    document
        .query(ERROR, row -> row.value(0).toString())
        .forEach(
            message -> {
              throw EngineException.badRequest("The source answered: " + message);
            });
    baton = document.text("$.baton");
    document.text("$.base_url").ifPresent(base -> pipeline = pipeline(base));
  }

  @Override
  public void close() {
    try (document) {
      if (baton.isPresent()) {
        send("{\"type\":\"close\"}");
      }
    } catch (EngineException _) {
      // The server forgets the session by itself after a while.
    }
  }
}
