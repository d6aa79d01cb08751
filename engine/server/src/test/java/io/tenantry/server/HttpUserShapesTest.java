package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.server.RawHttp.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The calls under {@code /v1}: envelope, statuses, structured errors, idempotency keys. */
class HttpUserShapesTest extends HttpShapes {
  private String database = "";
  private String token = "";

  private String sql(String path) {
    return database + path;
  }

  @Test
  @Order(1)
  void theFirstSignInIs201AndLaterOnes200() {
    http().post("/workspaces", "{\"name\":\"notes\",\"database\":\"SQLite\",\"mode\":\"tenant\"}");
    http()
        .post(
            "/workspaces/notes/queries",
            "{\"query\":\"CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT UNIQUE,"
                + " n INTEGER NOT NULL DEFAULT 0 CHECK (n >= 0), p INTEGER REFERENCES t (id))\"}");
    String signIn = "{\"subject\":\"user_42\",\"template\":\"notes\"}";

    Reply first = http().post("/v1/users", signIn);
    Reply second = http().post("/v1/users", signIn);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    JsonNode data = first.json().get("data");
    assertThat(first.json().propertyNames()).containsExactly("success", "data");
    assertThat(data.propertyNames())
        .containsExactly("token", "expiresAt", "created", "namespaceSlug", "database");
    assertThat(data.get("database").propertyNames())
        .containsExactly("id", "slug", "name", "status", "region", "expiresAt", "createdAt");
    assertThat(data.get("database").get("expiresAt").isNull()).isTrue();
    token = data.get("token").stringValue();
    database =
        "/v1/db/"
            + data.get("namespaceSlug").stringValue()
            + "/"
            + data.get("database").get("slug").stringValue();
  }

  @Test
  @Order(2)
  void statementsAnswerInTheirOwnEnvelope() {
    RawHttp user = as(token);
    Reply inserted =
        user.post(
            sql("/query"), "{\"sql\":\"INSERT INTO t (email) VALUES (?)\",\"params\":[\"a@b\"]}");
    Reply selected = user.post(sql("/query"), "{\"sql\":\"SELECT id, email FROM t\"}");

    assertThat(inserted.json().get("data").get("rowsWritten").intValue()).isEqualTo(1);
    assertThat(inserted.json().get("data").get("lastInsertRowid").intValue()).isEqualTo(1);
    assertThat(selected.body())
        .startsWith(
            "{\"success\":true,\"data\":{\"columns\":[\"id\",\"email\"],\"rows\":[[1,\"a@b\"]],"
                + "\"rowsRead\":1,\"rowsWritten\":0");
    assertThat(selected.json().get("meta").propertyNames())
        .containsExactly("rowsRead", "rowsWritten", "durationMs", "statementCount", "costUsd");
    assertThat(user.get(sql("/tables")).body())
        .isEqualTo("{\"success\":true,\"data\":[{\"name\":\"t\",\"rowCount\":1}]}");
    assertThat(user.get(sql("/describe")).json().get("data").get("tables").get(0).get("table"))
        .hasToString("\"t\"");
    user.close();
  }

  @Test
  @Order(3)
  void failuresOfStatementsSayWhatKindTheyAre() {
    assertKind("INSERT INTO t (email) VALUES ('a@b')", 400, "unique_violation");
    assertKind("INSERT INTO t (n) VALUES (NULL)", 400, "not_null_violation");
    assertKind("INSERT INTO t (n) VALUES (-1)", 400, "check_violation");
    assertKind("INSERT INTO t (p) VALUES (77)", 400, "fk_violation");
    assertKind("SELECT * FROM nope", 400, "unknown_table");
    assertKind("SELECT nope FROM t", 400, "unknown_column");
    assertKind("SELEC 1", 400, "syntax_error");
    assertKind("PRAGMA journal_mode=DELETE", 403, "readonly");
    assertKind("SELECT FROM WHERE", 400, "syntax_error");
    assertKind("DROP TABLE t", 403, "readonly");

    JsonNode unique = detail("INSERT INTO t (email) VALUES ('a@b')");
    assertThat(unique.get("table").stringValue()).isEqualTo("t");
    assertThat(unique.get("column").stringValue()).isEqualTo("email");
    assertThat(unique.get("hint").stringValue()).contains("ON CONFLICT");
    RawHttp user = as(token);
    Reply batch =
        user.post(
            sql("/batch"),
            "{\"transaction\":true,\"statements\":[{\"sql\":\"SELECT 1\"},{\"sql\":\"SELECT"
                + " x\"}]}");
    assertThat(batch.json().get("errorDetail").get("statementIndex").intValue()).isEqualTo(1);
    user.close();
  }

  private void assertKind(String statement, int status, String kind) {
    RawHttp user = as(token);
    Reply reply = user.post(sql("/query"), "{\"sql\":\"" + statement + "\"}");
    assertThat(reply.json().get("success").booleanValue()).isFalse();
    assertThat(reply.json().get("errorDetail").get("kind").stringValue())
        .as(statement)
        .isEqualTo(kind);
    assertThat(reply.status()).as(statement).isEqualTo(status);
    user.close();
  }

  private JsonNode detail(String statement) {
    RawHttp user = as(token);
    JsonNode json = user.post(sql("/query"), "{\"sql\":\"" + statement + "\"}").json();
    user.close();
    return json.get("errorDetail");
  }

  @Test
  @Order(4)
  void strangersAreRefused() {
    RawHttp stranger = as("psql_live_" + "0".repeat(64));
    RawHttp user = as(token);
    String elsewhere = database.replaceFirst("tdb_[0-9a-f]{8}", "tdb_00000000");

    assertThat(open().post(sql("/query"), "{\"sql\":\"SELECT 1\"}").status()).isEqualTo(401);
    Reply bad = stranger.post(sql("/query"), "{\"sql\":\"SELECT 1\"}");
    assertThat(bad.status()).isEqualTo(401);
    assertThat(bad.json().get("error").stringValue()).isEqualTo("Invalid token");
    assertThat(bad.json().get("success").booleanValue()).isFalse();
    Reply foreign = user.post(elsewhere + "/query", "{\"sql\":\"SELECT 1\"}");
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.json().get("error").stringValue()).isEqualTo("Token namespace mismatch");
    assertThat(user.get("/tenants").status()).isEqualTo(403);
    stranger.close();
    user.close();
  }

  @Test
  @Order(5)
  void anIdempotencyKeyRunsAStatementOnce() {
    RawHttp user = as(token);
    String body = "{\"sql\":\"UPDATE t SET n = n + 1\"}";
    Reply first = user.send("POST", sql("/query"), body, "Idempotency-Key", "k1");
    Reply again = user.send("POST", sql("/query"), body, "Idempotency-Key", "k1");
    Reply other =
        user.send("POST", sql("/query"), "{\"sql\":\"SELECT 2\"}", "Idempotency-Key", "k1");
    Reply tooLong = user.send("POST", sql("/query"), body, "Idempotency-Key", "x".repeat(201));

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(other.status()).isEqualTo(409);
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(n(user)).isEqualTo(1);
    Reply plan = user.send("POST", sql("/query"), body, "Plan-Key", "p", "Plan-Step", "1");
    Reply replay = user.send("POST", sql("/query"), body, "Plan-Key", "p", "Plan-Step", "1");
    assertThat(plan.status()).isEqualTo(200);
    assertThat(replay.header("Plan-Replayed")).isEqualTo("true");
    assertThat(n(user)).isEqualTo(2);
    user.close();
  }

  @Test
  @Order(6)
  void requestsWithTheSameKeyAtTheSameTimeRunOnce() throws Exception {
    RawHttp user = as(token);
    int before = n(user);
    List<Future<Reply>> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        replies.add(
            threads.submit(
                () ->
                    user.send(
                        "POST",
                        sql("/query"),
                        "{\"sql\":\"UPDATE t SET n = n + 1\"}",
                        "Idempotency-Key",
                        "at once")));
      }
    }
    for (Future<Reply> reply : replies) {
      assertThat(reply.get().status()).isEqualTo(200);
    }
    assertThat(n(user)).isEqualTo(before + 1);
    user.close();
  }

  private int n(RawHttp user) {
    return user.post(sql("/query"), "{\"sql\":\"SELECT n FROM t WHERE id = 1\"}")
        .json()
        .get("data")
        .get("rows")
        .get(0)
        .get(0)
        .intValue();
  }

  @Test
  @Order(7)
  void aRevokedTokenGetsNoReplay() {
    RawHttp user = as(token);
    JsonNode tokens = http().get("/v1/tokens").json().get("data");
    tokens.forEach(each -> http().send("DELETE", "/v1/tokens/" + each.get("id"), ""));
    Reply again =
        user.send(
            "POST", sql("/query"), "{\"sql\":\"UPDATE t SET n = n + 1\"}", "Idempotency-Key", "k1");

    assertThat(tokens.size()).isEqualTo(2);
    assertThat(again.status()).isEqualTo(401);
    assertThat(http().send("DELETE", "/v1/tokens/999", "").status()).isEqualTo(404);
    assertThat(http().get("/v1/users?subject=user_42").status()).isEqualTo(200);
    assertThat(http().get("/v1/databases?pageSize=1").json().get("data").size()).isEqualTo(1);
    assertThat(http().get("/v1/databases?pageSize=0").status()).isEqualTo(400);
    assertThat(http().get("/v1/templates").json().get("data").get(0).get("slug").stringValue())
        .isEqualTo("notes");
    user.close();
  }
}
