package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.server.RawHttp.Reply;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The documented replies of hosts and moves. */
class HttpIsolationShapesTest extends HttpShapes {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  @Order(1)
  void aDedicatedTenantIsProvisioned() {
    http().post("/workspaces", "{\"name\":\"main\",\"database\":\"SQLite\",\"mode\":\"tenant\"}");

    assertShape(
        http()
            .post(
                "/tenants",
                "{\"tenant_id\":\"wayne\",\"databases\":[{\"blueprint\":\"main\","
                    + "\"isolation_level\":2}]}"),
        201,
        CREATED
            + "'tenant_id':'wayne','status':'provisioning','databases':[{'blueprint':'main',"
            + "'database_type':'SQLite','isolation_level':2,'region':'eu-central',"
            + "'version':'1.0'}],'created_at':'TIME','status_since':'TIME'}");
    assertThat(ready().body()).contains("\"region\":\"eu-central\"", "\"connection\":");
  }

  @Test
  @Order(2)
  void aRegionChanges() {
    assertShape(
        move("2,\"region\":\"us-east\""),
        200,
        OK
            + "'tenant_id':'wayne','blueprint':'main','status':'migrating','from':2,'to':2,"
            + "'change':'region','from_region':'eu-central','to_region':'us-east','message':"
            + "'Migration in progress for ’main’. Check tenant status for completion.'}");
    assertThat(ready().body()).contains("\"isolation_level\":2,\"region\":\"us-east\"");
  }

  @Test
  @Order(3)
  void aLevelChanges() {
    assertShape(
        move("1"),
        200,
        OK
            + "'tenant_id':'wayne','blueprint':'main','status':'migrating','from':2,'to':1,"
            + "'message':"
            + "'Migration in progress for ’main’. Check tenant status for completion.'}");
    assertThat(ready().body()).contains("\"isolation_level\":1,\"version\"");
    assertThat(http().get("/tenants/wayne/isolation").body())
        .contains(
            "\"tenant_id\":\"wayne\",\"count\":2,\"changes\":[{\"blueprint\":\"main\",\"from\":2,"
                + "\"to\":1,\"from_region\":\"us-east\",\"state\":\"completed\",\"started_at\"");
  }

  private Reply move(String to) {
    return http()
        .send(
            "PATCH",
            "/tenants/wayne/isolation",
            "{\"blueprint\":\"main\",\"isolation_level\":" + to + "}");
  }

  private Reply ready() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Reply tenant = http().get("/tenants/wayne");
    while (!tenant.body().contains("\"status\":\"ready\"")) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(tenant.body());
      }
      LockSupport.parkNanos(1_000_000);
      tenant = http().get("/tenants/wayne");
    }
    return tenant;
  }
}
