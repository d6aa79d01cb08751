package io.tenantry.core.sources;

import com.sun.net.httpserver.HttpExchange;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.files.JsonText;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A database behind Hrana's pipelines, as far as somebody who copies it needs. */
final class HranaServer {
  static final int ROWS = 2500;
  private static final String ARGUMENTS =
      """
      SELECT value ->> '$.type', value ->> '$.value'
      FROM json_each(?, '$.requests[0].stmt.args')
      """;

  private final SqliteDatabase database;

  HranaServer(Sqlite sqlite) {
    database = sqlite.openInMemory(Profile.ENGINE);
    database.execute(
        "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT, big INTEGER, bytes BLOB,"
            + " share REAL, empty)");
    database.execute("CREATE INDEX things_name ON things (name)");
    database.execute(
        "CREATE TRIGGER things_double AFTER INSERT ON things BEGIN DELETE FROM things; END");
    database.execute("DROP TRIGGER things_double");
    database.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        INSERT INTO things
        SELECT i, 'line ' || i || char(10) || '"quoted" é \uD83D\uDE00', 9223372036854775807 - i,
               x'0001ff', i / 10.0, NULL
        FROM n
        """
            .formatted(ROWS));
    database.execute(
        "CREATE TRIGGER things_gone AFTER INSERT ON things BEGIN DELETE FROM things; END");
  }

  synchronized void handle(HttpExchange exchange) throws IOException {
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!token.equals("Bearer letmein")) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] answer = answer(request).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String answer(String request) {
    Value json = Value.of(request);
    if (database.queryText("SELECT ? ->> '$.requests[0].type'", json).equals("close")) {
      database.execute("ROLLBACK");
      return "{\"baton\":null,\"base_url\":null,\"results\":[{\"type\":\"ok\",\"response\":{\"type\":"
                 + "\"close\"}}]}";
    }
    String sql = database.queryText("SELECT ? ->> '$.requests[0].stmt.sql'", json);
    List<Value> arguments =
        database.query(
            ARGUMENTS,
            row ->
                row.value(0).toString().equals("integer")
                    ? Value.of(Long.parseLong(row.value(1).toString()))
                    : row.value(1),
            json);
    List<String> rows = new ArrayList<>();
    database.query(
        sql,
        row -> rows.add(row.row().stream().map(HranaServer::cell).collect(Collectors.joining(","))),
        arguments.toArray(Value[]::new));
    return "{\"baton\":\"next\",\"base_url\":null,\"results\":[{\"type\":\"ok\",\"response\":{\"type\":"
        + "\"execute\",\"result\":{\"cols\":[],\"rows\":[%s]}}}]}"
            .formatted(rows.stream().map(row -> "[" + row + "]").collect(Collectors.joining(",")));
  }

  private static String cell(Value value) {
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
}
