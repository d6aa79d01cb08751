package io.tenantry.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.ConnectionFailure;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of servers that are down, busy, slow, broken, or no engine at all. */
class RemoteEngineTest {
  private static final String WHOAMI =
      "{\"success\":true,\"http_status\":200,\"code\":\"ok\",\"new_field\":[{}],"
          + "\"project_id\":\"tdb_00000001\",\"project_name\":\"P\",\"role\":\"admin\",\"scope_type\":\"project\","
          + "\"scope_values\":[]}";
  private static final Secret KEY = new Secret("tdb_sk_topsecret");

  private MockWebServer server;
  private RemoteEngine engine;

  @BeforeEach
  void start() throws IOException {
    server = new MockWebServer();
    server.start();
    engine = RemoteEngine.connect(quick(server.url("/").uri()));
  }

  @AfterEach
  void stop() {
    engine.close();
    server.close();
  }

  @Test
  void theKeyTravelsInItsHeaderAndUnknownFieldsAreIgnored() throws InterruptedException {
    reply(200, WHOAMI);

    Project project = engine.open(new Credential.ApiKey(KEY));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/whoami");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer tdb_sk_topsecret");
    reply(200, WHOAMI);
    assertThat(project.whoami().email()).isEmpty();
  }

  @Test
  void aSessionNamesItsProject() throws InterruptedException {
    reply(200, WHOAMI);

    engine.open(
        new Credential.Session(
            new Secret("tdb_sess_1"), Optional.of(new ProjectId("tdb_00000001"))));

    assertThat(server.takeRequest().getHeaders().get("X-Project-ID")).isEqualTo("tdb_00000001");
  }

  @Test
  void theOwnerIsKnownInProcessOnly() {
    EngineException refused = refusal(() -> engine.open(Credential.owner()));

    assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anEngineThatKnowsNoFlowingAnswersGivesThemAllTheSame() {
    reply(200, WHOAMI);
    Project project = engine.open(new Credential.ApiKey(KEY));
    String none =
        "{\"columns\":[],\"rows\":[],\"row_count\":0,\"truncated\":false,\"duration_ms\":1}";
    reply(
        200,
        "{\"success\":true,\"count\":2,\"results\":[{\"tenant\":\"wayne\",\"result\":"
            + none
            + "},{\"tenant\":\"globex\",\"error\":\"no\"}]}");

    try (FanOut run =
        project.queries().fanOut(new FanOutQuery(new WorkspaceName("main"), "SELECT 1"))) {
      assertThat(run.progress()).isEqualTo(FanOutProgress.of(2));
      assertThat(run.next(Duration.ZERO).orElseThrow().answer().tenant().value())
          .isEqualTo("wayne");
      assertThat(run.isOver()).isFalse();
      assertThat(run.next(Duration.ZERO).orElseThrow().position()).isEqualTo(1);
      assertThat(run.isOver()).isTrue();
      assertThat(run.progress()).isEqualTo(new FanOutProgress(2, 1, 1));
    }
  }

  @Test
  void aBaseAddressMayHaveAPath() throws InterruptedException {
    try (RemoteEngine behindProxy =
        RemoteEngine.connect(RemoteEngineConfig.of(server.url("/engine/").toString()))) {
      reply(200, WHOAMI);
      behindProxy.open(new Credential.ApiKey(KEY));
    }

    assertThat(server.takeRequest().getTarget()).isEqualTo("/engine/whoami");
  }

  @Test
  void errorsComeBackWithCodeMessageAndDetails() {
    reply(
        403,
        "{\"success\":false,\"code\":\"role_required\",\"error\":\"admins only\","
            + "\"required_roles\":[\"admin\"],\"current_role\":\"read\"}");

    EngineException refused = refusal(() -> engine.open(new Credential.ApiKey(KEY)));

    assertThat(refused.code()).isEqualTo(ErrorCode.ROLE_REQUIRED);
    assertThat(refused.message()).isEqualTo("admins only");
    assertThat(refused.details())
        .containsEntry("required_roles", List.of("admin"))
        .containsEntry("current_role", "read");
  }

  @Test
  void aServerThatIsDownIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (RemoteEngine down =
        RemoteEngine.connect(RemoteEngineConfig.of("http://127.0.0.1:" + port + "/"))) {
      EngineException refused = refusal(down::info);

      assertThat(refused.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
      assertThat(refused.message())
          .isEqualTo("Cannot reach http://127.0.0.1:" + port + ": connection refused");
      assertThat(refused.details()).containsEntry("reason", "unreachable");
      assertThat(refused.connectionFailure()).contains(ConnectionFailure.REFUSED);
    }
  }

  @Test
  void anUnknownHostIsNamed() {
    try (RemoteEngine nowhere =
        RemoteEngine.connect(RemoteEngineConfig.of("http://engine.invalid:80"))) {
      EngineException refused = refusal(nowhere::info);

      assertThat(refused.message()).isEqualTo("Cannot reach http://engine.invalid: unknown host");
      assertThat(refused.connectionFailure()).contains(ConnectionFailure.UNKNOWN_HOST);
    }
  }

  @Test
  void aServerThatIsSilentEndsInTime() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    EngineException refused = refusal(() -> engine.open(new Credential.ApiKey(KEY)));

    assertThat(refused.message()).endsWith(": no answer in time");
    assertThat(refused.details()).containsEntry("reason", "timeout");
    assertThat(refused.connectionFailure()).contains(ConnectionFailure.TIMEOUT);
  }

  @Test
  void aReadIsRepeatedOnceWhenTheServerIsBusy() {
    busy("0");
    reply(200, WHOAMI);

    assertThat(engine.open(new Credential.ApiKey(KEY))).isNotNull();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aServerThatStaysBusyIsSaid() {
    busy("0");
    busy("0");

    EngineException refused = refusal(() -> engine.open(new Credential.ApiKey(KEY)));

    assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refused.details()).containsEntry("retry_after_seconds", 0);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aBanIsNotWaitedFor() {
    busy("300");

    EngineException refused = refusal(() -> engine.open(new Credential.ApiKey(KEY)));

    assertThat(refused.details()).containsEntry("retry_after_seconds", 300);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteIsNeverSentTwice() {
    reply(200, WHOAMI);
    Project project = engine.open(new Credential.ApiKey(KEY));
    busy("0");
    assertThat(refusal(() -> project.projects().create(new CreateProject("x"))).code())
        .isEqualTo(ErrorCode.RATE_LIMITED);
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    EngineException broken = refusal(() -> project.projects().create(new CreateProject("x")));

    assertThat(broken.details()).containsEntry("reason", "unreachable");
    assertThat(broken.connectionFailure()).contains(ConnectionFailure.BROKEN);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>hello</html>", "[]", "{\"project_id\":5}", ""})
  void aReplyOfSomethingElseIsSaid(String body) {
    reply(200, body);

    EngineException refused = refusal(() -> engine.open(new Credential.ApiKey(KEY)));

    assertThat(refused.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(refused.message()).startsWith("Unexpected reply from http://");
    assertThat(refused.details()).containsEntry("reason", "unexpected_reply");
    assertThat(refused.connectionFailure()).contains(ConnectionFailure.NOT_AN_ENGINE);
  }

  @Test
  void aProxysOwnErrorIsSaid() {
    reply(502, "<html>Bad Gateway</html>");

    EngineException refused = refusal(() -> engine.open(new Credential.ApiKey(KEY)));

    assertThat(refused.message()).endsWith(": HTTP 502");
    assertThat(refused.connectionFailure()).contains(ConnectionFailure.GATEWAY);
  }

  @Test
  void aServerWithoutTlsIsToldFromOneThatIsDown() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInPlainText(plain));
      URI secure = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      try (RemoteEngine mistaken = RemoteEngine.connect(RemoteEngineConfig.of(secure))) {
        assertThat(refusal(mistaken::info).connectionFailure()).contains(ConnectionFailure.TLS);
      }
    }
  }

  private static void answerInPlainText(ServerSocket plain) {
    while (!plain.isClosed()) {
      try (Socket visitor = plain.accept()) {
        visitor.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        visitor.getInputStream().readAllBytes();
      } catch (IOException over) {
        return;
      }
    }
  }

  @Test
  void whatAnEngineSaysItselfIsNoFailureOfTheConnection() {
    reply(401, "{\"success\":false,\"error\":\"Invalid API key\",\"connection\":\"refused\"}");

    EngineException refused = refusal(() -> engine.open(new Credential.ApiKey(KEY)));

    assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(refused.connectionFailure()).isEmpty();
  }

  @Test
  void noFailureShowsTheKey() {
    reply(200, "{\"project_id\":\"tdb_sk_topsecret\"}");

    EngineException refused = refusal(() -> engine.open(new Credential.ApiKey(KEY)));

    StringWriter trace = new StringWriter();
    refused.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("topsecret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:8080", "ftp://x", "http://", "http://u:p@h", "http://a b"})
  void anAddressThatIsNoneIsRefused(String address) {
    EngineException refused = refusal(() -> RemoteEngineConfig.of(address));

    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refused.message()).isEqualTo("The address must look like http://host:port");
  }

  @Test
  void certificatesThatCannotBeReadAreSaid() {
    RemoteEngineConfig config =
        RemoteEngineConfig.of("https://localhost").trusting(Path.of("no-such.pem"));

    assertThatThrownBy(() -> RemoteEngine.connect(config))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("Cannot read certificates from no-such.pem");
  }

  private static RemoteEngineConfig quick(URI url) {
    return new RemoteEngineConfig(
        url,
        Duration.ofSeconds(5),
        Duration.ofMillis(700),
        Duration.ofSeconds(5),
        Optional.empty());
  }

  private void reply(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private void busy(String retryAfter) {
    server.enqueue(
        new MockResponse.Builder()
            .code(429)
            .addHeader("Retry-After", retryAfter)
            .body("{\"success\":false,\"error\":\"rate limit exceeded\"}")
            .build());
  }

  private static EngineException refusal(ThrowingCallable call) {
    return catchThrowableOfType(EngineException.class, call);
  }
}
