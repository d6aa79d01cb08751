package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The replies of comparing versions and of drift, as any client reads them. */
class HttpDriftShapesTest extends HttpShapes {
  @Test
  @Order(1)
  void aTenantOnTheFirstOfTwoVersions() {
    http().post("/workspaces", "{\"name\":\"main\",\"database\":\"SQLite\",\"mode\":\"tenant\"}");
    http().post("/workspaces/main/queries", "{\"query\":\"CREATE TABLE t (a)\"}");
    http().post("/tenants", "{\"tenant_id\":\"wayne\",\"databases\":[{\"blueprint\":\"main\"}]}");
    http().post("/workspaces/main/queries", "{\"query\":\"ALTER TABLE t ADD COLUMN b\"}");
  }

  @Test
  @Order(2)
  void theWayDown() {
    assertShape(
        http()
            .post(
                "/blueprints/main/compare",
                "{\"from_version\":\"1.2\",\"to_version\":\"1.1\",\"hints\":{}}"),
        200,
        OK
            + "'blueprint':'main','from_version':'1.2','to_version':'1.1','by_differ':true,"
            + "'destructive':true,'count':1,'steps':[{'kind':'drop_column','object':'t.b',"
            + "'effect':'destructive','loss':'drops column t.b with its values',"
            + "'foreign_keys_off':false,'statements':['ALTER TABLE t DROP COLUMN b']}],"
            + "'warnings':[{'code':'loses_data','statement':'ALTER TABLE t DROP COLUMN b',"
            + "'message':'drops column t.b with its values','remedy':'Tenants are backed up before"
            + " they lose anything, unless you say otherwise; a dry run counts it'},"
            + "{'code':'rewrites_table','statement':'ALTER TABLE t DROP COLUMN b','message':"
            + "'writes all rows of t anew','remedy':'A dry run tells how long it takes; deploy it"
            + " when little is written'}]}");
    assertThat(
            http()
                .post("/blueprints/main/compare", "{\"from_version\":\"x\",\"to_version\":\"1.1\"}")
                .json()
                .path("error")
                .asString())
        .isEqualTo("from_version: Invalid version: x");
    assertThat(
            http()
                .post(
                    "/blueprints/main/compare",
                    "{\"from_version\":\"1.1\",\"to_version\":\"1.2\",\"hints\":[]}")
                .json()
                .path("error")
                .asString())
        .isEqualTo("hints must be an object");
  }

  @Test
  @Order(3)
  void theCheck() {
    assertThat(http().get("/blueprints/main/drift/check").status()).isEqualTo(404);
    assertThat(http().post("/blueprints/main/drift/check", "{}").status()).isEqualTo(201);
    assertThat(
            http().get("/blueprints/main/drift/check").json().path("check").path("total").asInt())
        .isEqualTo(1);
    assertShape(http().get("/blueprints/main/drift"), 200, OK + "'count':0,'drift':[]}");
    assertShape(
        http().get("/blueprints/main/drift?limit=5"), 200, OK + "'count':0,'drift':[],'total':0}");
    assertThat(http().get("/blueprints/main/drift?state=lost").json().path("error").asString())
        .isEqualTo("state must be one of: drifted, accepted");
    assertThat(
            http()
                .post("/tenants/wayne/drift/accept", "{\"blueprint\":\"main\"}")
                .json()
                .path("error")
                .asString())
        .isEqualTo("Tenant 'wayne' has no drift");
    assertThat(http().post("/tenants/wayne/drift/adopt", "{}").json().path("error").asString())
        .isEqualTo("blueprint is required");
  }
}
