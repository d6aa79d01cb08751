package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.sessions.SessionConfig;
import io.tenantry.server.RawHttp.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Hrana as bytes on the wire: each kind of request, batons, and what is refused. */
class HranaHttpTest {
  private static final String WAYNE = "/db/main__wayne/";
  private static final long POLL_NANOS = 10_000_000;

  @TempDir private Path folder;
  private LocalEngine engine;
  private EngineServer server;
  private RawHttp workspace;
  private RawHttp wayne;
  private RawHttp globex;

  @BeforeEach
  void start() {
    engine =
        LocalEngine.open(
            EngineConfig.at(folder.resolve("data"))
                .withSessions(
                    new SessionConfig(Duration.ofSeconds(2), Duration.ofSeconds(60), 100)));
    server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
    Project project = engine.open(Credential.owner());
    WorkspaceName main = new WorkspaceName("main");
    project
        .workspaces()
        .create(new CreateWorkspace(main, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project
        .workspaces()
        .query(main, new WorkspaceQuery("CREATE TABLE t (id INTEGER PRIMARY KEY, v)"));
    workspace =
        new RawHttp(
            server.url(),
            Optional.of(
                project.workspaces().get(main).connection().password().orElseThrow().value()));
    wayne = tenant(project, main, "wayne");
    globex = tenant(project, main, "globex");
  }

  private RawHttp tenant(Project project, WorkspaceName main, String id) {
    String password =
        project
            .tenants()
            .create(new CreateTenant(new TenantId(id), List.of(TenantDatabaseRequest.shared(main))))
            .databases()
            .getFirst()
            .connection()
            .orElseThrow()
            .authToken()
            .orElseThrow()
            .value();
    return new RawHttp(server.url(), Optional.of(password));
  }

  @AfterEach
  void stop() {
    workspace.close();
    wayne.close();
    globex.close();
    server.close();
    engine.close();
  }

  private Reply pipeline(String baton, String... requests) {
    String body = "{'baton':" + baton + ",'requests':[" + String.join(",", requests) + "]}";
    return wayne.post(WAYNE + "v3/pipeline", body.replace('\'', '"'));
  }

  private static String execute(String sql) {
    return "{'type':'execute','stmt':{'sql':'" + sql + "'}}";
  }

  private static String baton(Reply reply) {
    return "'" + reply.json().path("baton").asString("") + "'";
  }

  private static String code(Reply reply, int index) {
    return reply.json().path("results").path(index).path("error").path("code").asString("");
  }

  @Test
  void versionsTwoAndThreeAreSpokenInJsonOnly() {
    assertThat(wayne.get(WAYNE + "v2").status()).isEqualTo(200);
    assertThat(wayne.get(WAYNE + "v3").status()).isEqualTo(200);
    assertThat(wayne.get(WAYNE + "v3-protobuf").status()).isEqualTo(404);
    assertThat(wayne.get(WAYNE + "v1").status()).isEqualTo(404);
    assertThat(wayne.get(WAYNE + "v2/pipeline").status()).isEqualTo(405);
    assertThat(wayne.post(WAYNE + "v2/pipeline", "{\"requests\":[]}").status()).isEqualTo(200);
  }

  @Test
  void eachKindOfRequestIsAnswered() {
    Reply reply =
        pipeline(
            "null",
            execute("INSERT INTO t (v) VALUES (1.5)"),
            "{'type':'execute','stmt':{'sql':'SELECT id, v, ? AS b FROM t',"
                + "'args':[{'type':'blob','base64':'AAE'}]}}",
            "{'type':'store_sql','sql_id':7,'sql':'SELECT 7 AS seven'}",
            "{'type':'execute','stmt':{'sql_id':7,'want_rows':false}}",
            "{'type':'describe','sql_id':7}",
            "{'type':'close_sql','sql_id':7}",
            "{'type':'execute','stmt':{'sql_id':7}}",
            "{'type':'sequence','sql':'SELECT 1; SELECT 2'}",
            "{'type':'get_autocommit'}",
            "{'type':'batch','batch':{'steps':[{'stmt':{'sql':'SELECT 1'}},"
                + "{'stmt':{'sql':'SELECT 2'},'condition':{'type':'error','step':0}}]}}",
            "{'type':'close'}");
    String body = reply.body().replaceAll("\"query_duration_ms\":[0-9.E-]+", "\"MS\":0");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(body)
        .contains("\"affected_row_count\":1,\"last_insert_rowid\":\"1\"")
        .contains(
            "\"rows\":[[{\"type\":\"integer\",\"value\":\"1\"},{\"type\":\"float\",\"value\":1.5},"
                + "{\"type\":\"blob\",\"base64\":\"AAE\"}]]")
        .contains("\"cols\":[{\"name\":\"id\",\"decltype\":\"INTEGER\"}")
        .contains("{\"type\":\"get_autocommit\",\"is_autocommit\":true}")
        .contains("\"params\":[],\"cols\":[{\"name\":\"seven\",\"decltype\":null}]")
        .contains("\"step_errors\":[null,null]")
        .endsWith("\"baton\":null,\"base_url\":null}");
    assertThat(reply.json().path("results").path(3).path("response").path("result").path("rows"))
        .isEmpty();
    assertThat(reply.json().path("results").path(6).path("error").path("message").asString(""))
        .isEqualTo("no SQL text is stored under sql_id 7");
    assertThat(reply.json().path("results").size()).isEqualTo(11);
  }

  @Test
  void whatAWorkspaceRecordsIsToldBesideTheAnswer() {
    String sql = "{\"sql\":\"CREATE INDEX %s ON t (v)\"}";
    String pipeline =
        "{\"requests\":[{\"type\":\"execute\",\"stmt\":%s},{\"type\":\"sequence\",%s,"
            + "{\"type\":\"batch\",\"batch\":{\"steps\":[{\"stmt\":%s},{\"stmt\":%s}]}},"
            + "{\"type\":\"execute\",\"stmt\":{\"sql\":\"SELECT 1\"}}]}";
    Reply reply =
        workspace.post(
            "/db/main_workspace/v3/pipeline",
            pipeline.formatted(
                sql.formatted("a"),
                sql.formatted("b").substring(1),
                sql.formatted("c"),
                sql.formatted("d")));
    JsonNode results = reply.json().path("results");

    assertThat(List.of(0, 1, 2, 3))
        .extracting(i -> results.path(i).path("response").path("warnings").size())
        .containsExactly(1, 1, 2, 0);
    JsonNode told = results.path(0).path("response");
    assertThat(told.path("warnings").path(0).path("code").asString("")).isEqualTo("long_lock");
    assertThat(told.path("data_statements").isArray()).isTrue();
    assertThat(told.path("result").path("rows").isArray()).isTrue();
    assertThat(results.path(3).path("response").has("warnings")).isFalse();
    assertThat(
            workspace
                .post(
                    "/db/main_workspace/v3/cursor",
                    "{\"batch\":{\"steps\":[{\"stmt\":%s}]}}".formatted(sql.formatted("e")))
                .body()
                .lines()
                .toList()
                .getLast())
        .startsWith("{\"type\":\"step_end\",")
        .contains("\"warnings\":[{\"code\":\"long_lock\"");
  }

  @Test
  void aCursorAnswersLineByLine() {
    Reply reply =
        wayne.post(
            WAYNE + "v3/cursor",
            "{\"batch\":{\"steps\":[{\"stmt\":{\"sql\":\"VALUES (1), (2)\"}},"
                + "{\"stmt\":{\"sql\":\"NONSENSE\"}}]}}");
    List<String> lines = reply.body().lines().toList();

    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst()).startsWith("{\"baton\":\"").endsWith("\"base_url\":null}");
    assertThat(lines.get(1)).startsWith("{\"type\":\"step_begin\",\"step\":0,\"cols\":[");
    assertThat(lines.get(2))
        .isEqualTo("{\"type\":\"row\",\"row\":[{\"type\":\"integer\",\"value\":\"1\"}]}");
    assertThat(lines.get(4)).startsWith("{\"type\":\"step_end\",\"affected_row_count\":0");
    assertThat(lines.get(5)).startsWith("{\"type\":\"step_error\",\"step\":1,\"error\":{");
  }

  @Test
  void aTransactionGoesOnUnderANewBatonEachTime() {
    Reply begun = pipeline("null", execute("BEGIN"), execute("INSERT INTO t (v) VALUES (1)"));
    Reply more = pipeline(baton(begun), execute("INSERT INTO t (v) VALUES (2)"));
    Reply used = pipeline(baton(begun), execute("SELECT 1"));
    Reply ended = pipeline(baton(more), execute("COMMIT"), "{'type':'close'}");
    Reply count = pipeline("null", execute("SELECT count(*) FROM t"), "{'type':'close'}");

    assertThat(baton(more)).isNotEqualTo(baton(begun)).hasSizeGreaterThan(30);
    assertThat(used.status()).isEqualTo(400);
    assertThat(used.json().path("code").asString("")).isEqualTo("STREAM_EXPIRED");
    assertThat(ended.json().path("baton").isNull()).isTrue();
    assertThat(count.body()).contains("\"value\":\"2\"");
  }

  @Test
  void aBatonIsWorthNothingToOthers() {
    Reply begun = pipeline("null", execute("BEGIN"), execute("INSERT INTO t (v) VALUES (1)"));
    String body = "{\"baton\":" + baton(begun).replace('\'', '"') + ",\"requests\":[]}";

    assertThat(globex.post("/db/main__globex/v3/pipeline", body).status()).isEqualTo(400);
    assertThat(globex.post(WAYNE + "v3/pipeline", body).status()).isEqualTo(400);
    assertThat(pipeline("'made up'").status()).isEqualTo(400);
    assertThat(pipeline(baton(begun), execute("ROLLBACK")).status()).isEqualTo(200);
  }

  @Test
  void anIdleStreamEndsAndItsTransactionIsRolledBack() {
    Reply begun = pipeline("null", execute("BEGIN IMMEDIATE"), execute("DELETE FROM t"));
    Reply waited = pipeline("null", execute("INSERT INTO t (v) VALUES (3)"), "{'type':'close'}");
    Reply late = pipeline(baton(begun), execute("COMMIT"));
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (late.status() == 200 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
      late = pipeline(baton(begun), execute("COMMIT"));
    }

    assertThat(code(waited, 0)).isEmpty(); // it had its turn when the transaction was gone
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.json().path("code").asString("")).isEqualTo("STREAM_EXPIRED");
  }

  @Test
  void malformedRequestsAreToldWhereTheyAreWrong() {
    assertThat(wayne.post(WAYNE + "v2/pipeline", "[]").body())
        .contains("Request body must be a JSON object");
    assertThat(pipeline("null", "{'type':'dance'}").body())
        .contains("requests[0].type must be one of");
    assertThat(pipeline("null", "{'type':'execute','stmt':{}}").body())
        .contains("requests[0].stmt.sql or sql_id is required");
    assertThat(
            pipeline(
                    "null",
                    "{'type':'execute','stmt':{'sql':'SELECT ?',"
                        + "'args':[{'type':'integer','value':'x'}]}}")
                .body())
        .contains("requests[0].stmt.args[0].value must be a 64-bit integer");
    assertThat(pipeline("7").status()).isEqualTo(400);
  }

  @Test
  void aFaultInOneStatementTakesNoOtherAnswerAlong() throws IOException {
    openWithDamagedRows();

    Reply reply =
        pipeline("null", execute("SELECT 1"), execute("SELECT max(v) FROM t"), execute("SELECT 2"));

    assertThat(reply.status()).isEqualTo(200);
    JsonNode results = reply.json().path("results");
    assertThat(results.get(0).path("type").asString("")).isEqualTo("ok");
    JsonNode fault = results.get(1).path("error");
    assertThat(fault.path("message").asString("")).contains("incident").doesNotContain("damaged");
    assertThat(fault.path("incident").asString("")).hasSize(8);
    assertThat(results.get(2).path("type").asString("")).isEqualTo("ok");
  }

  @Test
  void aFaultInOneStepOfABatchTakesNoOtherAnswerAlong() throws IOException {
    openWithDamagedRows();

    String steps =
        "'batch':{'steps':[{'stmt':{'sql':'SELECT 1'}},"
            + "{'stmt':{'sql':'SELECT max(v) FROM t'}},{'stmt':{'sql':'SELECT 2'}}]}";

    Reply reply = pipeline("null", "{'type':'batch'," + steps + "}");
    Reply cursor = wayne.post(WAYNE + "v3/cursor", ("{" + steps + "}").replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(200);
    JsonNode result = reply.json().path("results").get(0).path("response").path("result");
    assertThat(result.path("step_results").get(0).path("rows").size()).isEqualTo(1);
    JsonNode fault = result.path("step_errors").get(1);
    assertThat(fault.path("message").asString("")).contains("incident").doesNotContain("damaged");
    assertThat(fault.path("incident").asString("")).hasSize(8);
    assertThat(result.path("step_results").get(2).path("rows").size()).isEqualTo(1);
    assertThat(cursor.status()).isEqualTo(200);
    assertThat(cursor.body()).contains("step_error").contains("incident");
    assertThat(cursor.body().lines().filter(line -> line.contains("step_end"))).hasSize(2);
  }

  private void openWithDamagedRows() throws IOException {
    pipeline(
        "null",
        execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                + " INSERT INTO t (v) SELECT hex(randomblob(1000)) FROM n"));
    server.close();
    engine.close();
    damageRows();
    engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
    server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
    wayne.close();
    wayne = wayne.at(server.url());
  }

  /** Leaves the first pages, which hold the schema. */
  private void damageRows() throws IOException {
    Path file;
    try (Stream<Path> files = Files.walk(folder.resolve("data/hosts"))) {
      file =
          files
              .filter(each -> each.getFileName().toString().startsWith("main__wayne"))
              .filter(each -> each.getFileName().toString().endsWith(".db"))
              .findFirst()
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4 * 4096, bytes.length, (byte) 0xAB);
    Files.write(file, bytes);
  }

  @Test
  void strangersAreTurnedAway() {
    try (RawHttp nobody = new RawHttp(server.url(), Optional.empty());
        RawHttp key = new RawHttp(server.url(), Optional.of(engine.ownerKey().value()))) {
      String body = "{\"requests\":[]}";
      Reply foreign = globex.post(WAYNE + "v2/pipeline", body);

      assertThat(nobody.post(WAYNE + "v2/pipeline", body).status()).isEqualTo(401);
      assertThat(key.post(WAYNE + "v2/pipeline", body).body()).contains("proxy_password");
      assertThat(foreign.status()).isEqualTo(403);
      assertThat(foreign.json().path("code").asString("")).isEqualTo("SCOPE_DENIED");
      assertThat(foreign.json().path("message").asString("")).contains("wayne");
      assertThat(globex.post("/db/other__globex/v2/pipeline", body).status()).isEqualTo(404);
      assertThat(
              wayne
                  .send("POST", WAYNE + "v2/pipeline", body, "Origin", "http://elsewhere.example")
                  .status())
          .isEqualTo(403);
    }
  }
}
