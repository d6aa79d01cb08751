package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of many tenants on the line: their exact shape, and readers who do not behave. */
class FanOutLinesTest {
  private static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ALL =
      "{\"blueprint\":\"main\",\"all_tenants\":true,\"query\":\"%s\"}";
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
  private static final Pattern QUERY_ID = Pattern.compile("\"query_id\":\"([^\"]+)\"");

  @TempDir Path folder;
  private LocalEngine engine;
  private EngineServer server;
  private Project owner;
  private RawHttp http;

  @BeforeEach
  void start() {
    engine = LocalEngine.open(EngineConfig.at(folder));
    server =
        EngineServer.start(
            engine,
            ServerConfig.at(EngineServer.LOOPBACK, 0).withReaderPatience(Duration.ofMillis(500)));
    owner = engine.open(Credential.owner());
    owner.workspaces().create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    owner.workspaces().query(MAIN, new WorkspaceQuery("CREATE TABLE t (a)"));
    http = new RawHttp(server.url(), Optional.of(engine.ownerKey().value()));
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
    engine.close();
  }

  @Test
  void theyAreAHeadALinePerTenantAndASummary() {
    tenants(2);
    owner.tenants().suspend(new TenantId("t1"));

    RawHttp.Reply reply = ask("application/x-ndjson;q=0.9, application/json", "SELECT 7 AS n");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(reply.body()).endsWith("}\n");
    List<String> lines = reply.body().lines().map(FanOutLinesTest::masked).toList();
    assertThat(lines.getFirst())
        .isEqualTo("{'success':true,'http_status':200,'code':'ok','query_id':'ID','total':2}");
    assertThat(lines.subList(1, 3).stream().sorted(Comparator.naturalOrder()))
        .containsExactly(
            "{'position':0,'tenant':'t0','result':{'columns':['n'],'types':['INTEGER'],"
                + "'rows':[[7]],'row_count':1,'truncated':false,'duration_ms':MS}}",
            "{'position':1,'tenant':'t1','error':'Tenant 't1' is suspended."
                + " Use POST /tenants/t1/resume','failure':{'code':'conflict','conflict':'state',"
                + "'reason':'suspended','tenant_id':'t1'}}");
    assertThat(lines.getLast())
        .isEqualTo("{'summary':{'total':2,'answered':1,'failed':1,'waiting':0}}");
    assertThat(lines).hasSize(4);
  }

  @Test
  void withoutTheHeaderTheReplyIsWhole() {
    tenants(1);

    RawHttp.Reply reply = http.post("/admin/query", ALL.formatted("SELECT 7 AS n"));

    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(masked(reply.body())).startsWith("{'success':true,").contains("'count':1,'results'");
  }

  @Test
  void oneTenantAnswersWhole() {
    tenants(1);

    RawHttp.Reply reply =
        http.send(
            "POST",
            "/admin/query",
            "{\"blueprint\":\"main\",\"tenant_id\":\"t0\",\"query\":\"SELECT 7 AS n\"}",
            "Accept",
            "application/x-ndjson");

    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(masked(reply.body())).contains("'tenant':'t0','result'");
  }

  @Test
  void whatIsRefusedHasItsStatus() {
    RawHttp.Reply reply = ask("application/x-ndjson", "DROP TABLE t");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(masked(reply.body())).startsWith("{'success':false,'http_status':400,");
  }

  @Test
  void onlyWhoStartedOneCancelsIt() throws IOException {
    tenants(30);
    String otherKey =
        owner
            .apiKeys()
            .create(new CreateApiKey("other", Role.ADMIN, ScopeType.PROJECT, List.of()))
            .apiKey()
            .value();
    try (Reader reader = new Reader(ENDLESS);
        RawHttp other = new RawHttp(server.url(), Optional.of(otherKey))) {
      String cancel = "/admin/query/" + reader.queryId() + "/cancel";

      RawHttp.Reply refused = other.post(cancel, "");
      RawHttp.Reply accepted = http.post(cancel, "");

      assertThat(refused.status()).isEqualTo(404);
      assertThat(accepted.json().get("query_id").stringValue()).isEqualTo(reader.queryId());
      assertThat(masked(reader.last()))
          .isEqualTo("{'summary':{'total':30,'answered':0,'failed':0,'waiting':30}}");
      assertThat(http.post(cancel, "").status()).as("it is over").isEqualTo(404);
    }
  }

  @Test
  void silenceIsBrokenByTheProgress() throws IOException {
    tenants(30);
    try (Reader reader = new Reader(ENDLESS)) {
      assertThat(masked(reader.next()))
          .isEqualTo("{'progress':{'total':30,'answered':0,'failed':0,'waiting':30}}");
    }
  }

  @Test
  void whoHangsUpStopsTheEngine() throws IOException {
    tenants(30);
    try (Reader reader = new Reader(ENDLESS)) {
      assertThat(reader.queryId()).isNotEmpty();
    }

    await(() -> logged("t0").stream().anyMatch(entry -> entry.error().isPresent()));
    assertThat(logged("t0"))
        .extracting(entry -> entry.error().orElse(""))
        .containsExactly("query failed: cancelled");
    assertThat(logged("t29")).isEmpty();
  }

  @Test
  void aReaderWhoTakesNothingIsDropped() throws IOException {
    tenants(800);
    try (Reader stuck = new Reader("SELECT hex(zeroblob(20000))")) {
      String cancel = "/admin/query/" + stuck.queryId() + "/cancel";

      await(() -> http.post(cancel, "").status() == 404);
      assertThat(logged("t799")).isEmpty();
    }
  }

  private void tenants(int count) {
    owner
        .tenants()
        .createMany(
            new CreateTenants(
                IntStream.range(0, count).mapToObj(i -> "t" + i).toList(),
                List.of(TenantDatabaseRequest.shared(MAIN))));
  }

  private RawHttp.Reply ask(String accept, String sql) {
    return http.send("POST", "/admin/query", ALL.formatted(sql), "Accept", accept);
  }

  private List<LogEntry> logged(String tenant) {
    return owner.logs().list(new TenantId(tenant), LogFilter.none(), 10, 0).logs();
  }

  private static String masked(String json) {
    return json.replaceAll("qry_[0-9a-f]{24}", "ID")
        .replaceAll("\"duration_ms\":[0-9.E-]+", "\"duration_ms\":MS")
        .replace('"', '\'');
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** A client that reads only what it is told to read. */
  private final class Reader implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;
    private final String queryId;

    Reader(String sql) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
      byte[] body = ALL.formatted(sql).getBytes(StandardCharsets.UTF_8);
      String head =
          "POST /admin/query HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n"
              + "Authorization: Bearer "
              + engine.ownerKey().value()
              + "\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      Matcher id = QUERY_ID.matcher(next());
      assertThat(id.find()).isTrue();
      queryId = id.group(1);
    }

    String queryId() {
      return queryId;
    }

    /** Returns the next line of JSON; the lines of HTTP's chunks are left out. */
    String next() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith("{")) {
        line = lines.readLine();
      }
      return String.valueOf(line);
    }

    String last() throws IOException {
      String last = next();
      while (!last.startsWith("{\"summary\"")) {
        last = next();
      }
      return last;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
