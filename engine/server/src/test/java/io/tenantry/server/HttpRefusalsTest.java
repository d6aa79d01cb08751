package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.RawHttp.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request, said in the API's own shape with the right status. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpRefusalsTest {
  private LocalEngine engine;
  private EngineServer server;
  private RawHttp open;
  private RawHttp http;

  @BeforeAll
  void start(@TempDir Path folder) {
    engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
    server =
        EngineServer.start(
            engine, ServerConfig.at(EngineServer.LOOPBACK, 0).withHosts(List.of("db")));
    open = new RawHttp(server.url(), Optional.empty());
    http = new RawHttp(server.url(), Optional.of(engine.ownerKey().value()));
    http.post("/workspaces", "{\"name\":\"known\",\"database\":\"SQLite\",\"mode\":\"tenant\"}");
    http.post("/workspaces/known/queries", "{\"query\":\"CREATE TABLE t (a)\"}");
    http.post(
        "/tenants",
        "{\"tenant_id\":\"known\","
            + "\"databases\":[{\"blueprint\":\"known\",\"isolation_level\":1}]}");
  }

  @AfterAll
  void stop() {
    open.close();
    http.close();
    server.close();
    engine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POST | /signup | no json | 400 | bad_request | Request body must be a JSON object
          POST | /signup | [] | 400 | bad_request | Request body must be a JSON object
          POST | /signup | {} | 400 | bad_request | email is required
          POST | /signup | {"email":7} | 400 | bad_request | email must be a string
          POST | /signup | {"email":"x","password":"12345678"} | 400 | bad_request \
          | email is not a valid address
          POST | /signup | {"email":"a@b","password":"1"} | 400 | bad_request \
          | password must have at least 8 characters
          POST | /login | {"email":"a@b","password":"12345678"} | 401 | unauthorized \
          | Invalid email or password
          GET | /tenants | | 401 | auth_required | Authorization header required
          POST | /tenants | {} | 401 | auth_required | Authorization header required
          POST | /logout | | 401 | auth_required | Authorization header required
          GET | /nothing | | 404 | not_found | Not found: /nothing
          GET | /tenants/ | | 404 | not_found | Not found: /tenants/
          PUT | /tenants | | 405 | bad_request | Method PUT is not allowed on /tenants. Use GET, POST
          DELETE | /health | | 405 | bad_request | Method DELETE is not allowed on /health. Use GET
          """)
  void withoutCredential(
      String method, String path, String body, int status, String code, String error) {
    assertRefused(open.send(method, path, body == null ? "" : body), status, code, error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POST | /workspaces | {"name":"a"} | 400 | database is required
          POST | /workspaces | {"name":"a","database":"sqlite","mode":"tenant"} | 400 \
          | database must be one of: SQLite, PostgreSQL, MySQL, MongoDB, Redis
          POST | /workspaces | {"name":"a","database":"SQLite","mode":"x"} | 400 \
          | mode must be one of: tenant, control
          POST | /workspaces | {"name":"a__b","database":"SQLite","mode":"tenant"} | 400 \
          | Invalid workspace name 'a__b': use 1 to 40 lowercase letters, digits and underscores, \
          start with a letter, and do not use '__'
          POST | /workspaces | {"name":"admin","database":"SQLite","mode":"tenant"} | 400 \
          | Workspace name 'admin' is reserved
          GET | /workspaces/ghost | | 404 | Workspace not found: ghost
          GET | /workspaces/No%20Name | | 404 | Workspace not found: No Name
          POST | /workspaces/ghost/diff/x/revert | | 404 | DDL x not found or already deployed
          POST | /workspaces/known/settings | {"max_keys":1} | 400 \
          | max_keys is not a setting; use query_timeout_ms, max_rows_per_query, max_connections
          GET | /blueprints/ghost | | 404 | Blueprint not found: ghost
          GET | /blueprints/ghost/versions | | 404 | No versions found for blueprint: ghost
          GET | /blueprints/ghost/versions/new | | 404 | Version not found: new
          POST | /tenants | {"tenant_id":"a"} | 400 | databases is required
          POST | /tenants | {"tenant_id":"a","databases":[{}]} | 400 \
          | databases[0].blueprint is required
          POST | /tenants | {"tenant_id":"a","databases":[{"blueprint":"ghost"}]} | 404 \
          | Blueprint not found: ghost
          POST | /tenants | {"tenant_id":"a","databases":[{"blueprint":"m","isolation_level":3}]} \
          | 400 | databases[0].isolation_level must be between 1 and 2
          POST | /tenants \
          | {"tenant_id":"a","databases":[{"blueprint":"m","isolation_level":2,"region":"x"}]} \
          | 400 | Unknown region 'x'; regions are: eu-central, ap-southeast, us-east, us-west
          PATCH | /tenants/ghost/isolation | {"isolation_level":2} | 404 | Tenant not found: ghost
          PATCH | /tenants/known/isolation | {"isolation_level":2} | 400 | blueprint is required
          PATCH | /tenants/known/isolation | {"blueprint":"main"} | 400 \
          | isolation_level is required
          PATCH | /tenants/known/isolation | {"blueprint":"main","isolation_level":0} | 400 \
          | isolation_level must be between 1 and 2
          PATCH | /tenants/ghost/isolation | {"blueprint":"main","isolation_level":2} | 404 \
          | Tenant not found: ghost
          GET | /tenants/Wayne | | 404 | Tenant not found: Wayne
          GET | /tenants?limit=0 | | 400 | limit must be between 1 and 1000
          GET | /tenants?limit=x | | 400 | limit must be an integer
          POST | /admin/query | {"blueprint":"a","query":"SELECT 1"} | 400 \
          | Provide tenant_id or all_tenants
          DELETE | /apikeys/x | | 404 | API key not found: x
          POST | /apikeys | {"name":"k","role":"mcp","scope_type":"project"} | 400 \
          | role "mcp" is reserved for OAuth integrations and cannot be created manually
          POST | /apikeys | {"name":"k","role":"read","scope_type":"project","scope_values":["a"]} \
          | 400 | Failed to generate API key: invalid scope: scope_values must be empty for \
          scope_type=project
          GET | /deployments/nope | | 404 | Deployment not found: nope
          POST | /deployments | {} | 400 | blueprint_id is required
          POST | /deployments | {"blueprint_id":"main","version":"x"} | 400 | Invalid version: x
          """)
  void withCredential(String method, String path, String body, int status, String error) {
    String code = status == 404 ? "not_found" : "bad_request";

    assertRefused(http.send(method, path, body == null ? "" : body), status, code, error);
  }

  @Test
  void aBadCredentialIsRefusedInAnyForm() {
    for (String header : new String[] {"Bearer nonsense", "Bearer ", "Basic YTpi", "tdb_sk_1"}) {
      Reply reply = open.send("GET", "/whoami", "", "Authorization", header);

      assertRefused(reply, 401, "unauthorized", "Invalid API key");
      assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    String large = "{\"name\":\"" + "x".repeat(10_000_000) + "\"}";

    assertRefused(
        http.post("/projects", large), 413, "bad_request", "Request body is larger than 10 MB");
  }

  @Test
  void pagesOfOtherSitesAreRefused() {
    assertRefused(
        open.send("POST", "/signup", "{}", "Origin", "https://evil.example"),
        403,
        "forbidden",
        "Requests from other web sites are not allowed");
    assertThat(open.send("GET", "/health", "", "Origin", server.url().toString()).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhos", "a", ""})
  void namesThatLeadHereFromElsewhereAreRefused(String host) throws IOException {
    assertThat(exchange("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 4")
        .doesNotContain("healthy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:1",
        "127.0.0.1",
        "[::1]:80",
        "10.1.2.3",
        "x.localhost.",
        "db"
      })
  void ownNamesAndAddressesAreNot(String host) throws IOException {
    assertThat(exchange("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .contains("healthy");
  }

  @Test
  void whatIsNoHttpIsAnsweredInTheSameShape() throws IOException {
    assertThat(exchange("GET /health HTTP/1.1\r\nHost h\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .endsWith(
            "{\"success\":false,\"http_status\":400,\"code\":\"bad_request\","
                + "\"error\":\"Malformed HTTP request\"}");
    assertThat(
            exchange(
                "GET /tenants/%zz HTTP/1.1\r\n"
                    + "Host: 127.0.0.1\r\n"
                    + "Connection: close\r\n"
                    + "Authorization: Bearer "
                    + engine.ownerKey().value()
                    + "\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"bad_request\"");
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(server.url().getHost(), server.url().getPort());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertRefused(Reply reply, int status, String code, String error) {
    assertThat(
            reply.status()
                + " "
                + reply.json().get("code").stringValue()
                + " "
                + reply.json().get("error").stringValue())
        .isEqualTo(status + " " + code + " " + error);
    assertThat(reply.json().get("success").booleanValue()).isFalse();
    assertThat(reply.json().get("http_status").intValue()).isEqualTo(status);
  }
}
