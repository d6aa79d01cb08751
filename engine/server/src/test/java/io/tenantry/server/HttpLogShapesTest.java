package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.server.RawHttp.Reply;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The documented replies of logs and metrics, and events as any client reads them. */
class HttpLogShapesTest extends HttpShapes {
  private static final String NUMBER = "[0-9.E-]+";

  @Test
  @Order(1)
  void aTenantWithSomeQueries() {
    http().post("/workspaces", "{\"name\":\"main\",\"database\":\"SQLite\",\"mode\":\"tenant\"}");
    http().post("/workspaces/main/queries", "{\"query\":\"CREATE TABLE t (a)\"}");
    http().post("/tenants", "{\"tenant_id\":\"wayne\",\"databases\":[{\"blueprint\":\"main\"}]}");

    assertThat(query("SELECT 1").status()).isEqualTo(200);
    assertThat(query("SELECT ghost").status()).isEqualTo(400);
  }

  private Reply query(String sql) {
    return http()
        .post("/tenants/wayne/query", "{\"blueprint\":\"main\",\"query\":\"" + sql + "\"}");
  }

  @Test
  @Order(2)
  void theLog() {
    assertMasked(
        http().get("/tenants/wayne/logs?limit=1"),
        OK
            + "'tenant_id':'wayne','logs':[{'query':'SELECT ghost','source':'api',"
            + "'success':false,'duration_ms':MS,'created_at':'TIME',"
            + "'error':'query failed: no such column: ghost','id':N,'blueprint':'main'}],"
            + "'count':1,'has_more':true}");
    assertMasked(
        http().get("/tenants/wayne/logs?offset=1&since=1h&source=api&search=SELECT"),
        OK
            + "'tenant_id':'wayne','logs':[{'query':'SELECT 1','source':'api','success':true,"
            + "'duration_ms':MS,'created_at':'TIME','id':N,'blueprint':'main',"
            + "'rows':1}],'count':1,'has_more':false}");
    assertThat(http().get("/tenants/wayne/logs?type=quick").json().path("error").asString())
        .isEqualTo("type must be one of: error, slow");
    assertThat(http().get("/tenants/wayne/logs?since=2h").json().path("error").asString())
        .isEqualTo("since must be one of: 1h, 24h, 7d, 30d");
    assertThat(http().get("/tenants/wayne/logs?limit=1001").status()).isEqualTo(400);
    assertThat(http().get("/tenants/nobody/logs").status()).isEqualTo(404);
  }

  @Test
  @Order(3)
  void theStatistics() {
    assertMasked(
        http().get("/tenants/wayne/logs/stats"),
        OK
            + "'tenant_id':'wayne','total_queries':2,'successful':1,'failed':1,"
            + "'by_source':{'proxy':0,'api':2},'avg_duration_ms':MS,'slow_queries':N}");
  }

  @Test
  @Order(4)
  void theMetrics() {
    assertMasked(
        http().get("/tenants/wayne/metrics"),
        OK
            + "'tenant_id':'wayne','isolation_level':1,'database_type':'SQLite',"
            + "'query_metrics':{'queries_today':N,'queries_this_hour':N,'queries_this_week':N,"
            + "'avg_latency_ms':MS,'max_latency_ms':MS,'success_rate':50.0,'failed_queries':1,"
            + "'slow_queries':N,'p50_ms':MS,'p95_ms':MS,'p99_ms':MS},"
            + "'database_metrics':{'note':'Storage and connection metrics only available for L2"
            + " (dedicated) tenants'}}");
    JsonNode project = http().get("/metrics?since=1h").json();
    assertThat(project.path("queries").asInt()).isEqualTo(2);
    assertThat(project.path("error_rate").asDouble()).isEqualTo(50);
    assertThat(project.path("top_tenants").path(0).path("tenant_id").asString()).isEqualTo("wayne");
    assertThat(http().get("/tenants/wayne/logs/patterns").json().path("count").asInt())
        .isEqualTo(2);
  }

  @Test
  @Order(5)
  void theEventsOfADeploymentAreItsReplies() {
    http().post("/workspaces/main/queries", "{\"query\":\"CREATE TABLE u (a)\"}");
    String id =
        http()
            .post("/deployments", "{\"blueprint_id\":\"main\"}")
            .json()
            .path("deployment")
            .path("job_id")
            .asString();
    Reply now = http().get("/deployments/" + id);
    while (!now.json().path("status").asString().equals("completed")) {
      LockSupport.parkNanos(2_000_000);
      now = http().get("/deployments/" + id);
    }

    Reply events = http().send("GET", "/deployments/" + id + "/events", "", "Last-Event-ID", "7");

    assertThat(events.status()).isEqualTo(200);
    assertThat(events.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(events.header("Cache-Control")).isEqualTo("no-store");
    assertThat(events.body()).isEqualTo("retry: 2000\n\ndata: " + now.body() + "\n\n");
  }

  @Test
  @Order(6)
  void streamsNeedACredentialAndSomethingToFollow() {
    assertThat(open().get("/tenants/wayne/logs/events").status()).isEqualTo(401);
    assertThat(as("tdb_sk_wrong").get("/tenants/wayne/logs/events").status()).isEqualTo(401);
    assertThat(http().get("/tenants/nobody/logs/events").status()).isEqualTo(404);
    assertThat(http().get("/deployments/dep_0000/events").status()).isEqualTo(404);
    assertThat(http().get("/tenants/wayne/logs/events?type=quick").status()).isEqualTo(400);
  }

  private static void assertMasked(Reply reply, String expected) {
    String masked =
        reply
            .body()
            .replaceAll("(\"\\w*_ms\"):" + NUMBER, "$1:MS")
            .replaceAll("(\"(?:queries_\\w*|slow_queries)\"):[0-9]+", "$1:N")
            .replaceAll("(\"id\"):[0-9]+", "$1:N")
            .replaceAll("\"20[0-9]{2}-[0-9-]{5}T[0-9:]{8}Z\"", "\"TIME\"");

    assertThat(masked).isEqualTo(expected.replace('\'', '"'));
    assertThat(reply.status()).isEqualTo(200);
  }
}
