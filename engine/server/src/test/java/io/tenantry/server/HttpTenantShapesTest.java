package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.server.RawHttp.Reply;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The documented replies of tenants, queries, deployments and blueprints. */
class HttpTenantShapesTest extends HttpShapes {
  private static final String DETAIL =
      "'kind':'deploy','dry_run':false,'workers':8,'allow_downgrade':false,"
          + "'not_reached_tenants':0,'skipped_tenants':0,'worked_ms':MS,"
          + "'stages':[],'losses':[],'warnings':[],'error_groups':[]";

  @Test
  @Order(1)
  void aWorkspaceToStartWith() {
    http().post("/workspaces", "{\"name\":\"main\",\"database\":\"SQLite\",\"mode\":\"tenant\"}");
    Reply made =
        http()
            .post(
                "/workspaces/main/queries",
                "{\"query\":\"CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)\"}");

    assertThat(made.status()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void tenants() {
    Reply created =
        http()
            .post("/tenants", "{\"tenant_id\":\"wayne\",\"databases\":[{\"blueprint\":\"main\"}]}");
    String database =
        "{'blueprint':'main','database_type':'SQLite','isolation_level':1,'version':'1.1'";
    String connected =
        database
            + ",'connection':{'database':'main__wayne','connection_string':'FILE',"
            + "'auth_token':'PASSWORD'}}";

    assertShape(
        created,
        201,
        CREATED
            + "'tenant_id':'wayne','status':'ready','databases':["
            + connected
            + "],'created_at':'TIME','status_since':'TIME'}");
    assertShape(
        http().get("/tenants"),
        200,
        OK
            + "'count':1,'tenants':[{'tenant_id':'wayne','status':'ready','databases':["
            + database
            + "}],'created_at':'TIME','status_since':'TIME'}]}");
    assertShape(
        http()
            .post(
                "/tenants/batch",
                "{\"tenant_ids\":[\"globex\",\"No\"],\"databases\":[{\"blueprint\":\"main\"}]}"),
        200,
        OK
            + "'count':1,'created':[{'tenant_id':'globex','status':'ready','databases':["
            + connected.replace("wayne", "globex")
            + "],'created_at':'TIME','status_since':'TIME'}],'failed':[{'tenant_id':'No','code':'bad_request','error':'Invalid"
            + " tenant_id \u2019No\u2019: use 1 to 30 characters a-z 0-9 _ -, start with a letter,"
            + " end with a letter or digit, and do not use \u2019__\u2019 or"
            + " \u2019--\u2019','failure':{'code':'bad_request','field':'tenant_id'}}]}");
  }

  @Test
  @Order(2)
  void samples() {
    http().post("/tenants", "{\"tenant_id\":\"kent\",\"databases\":[{\"blueprint\":\"main\"}]}");
    assertShape(
        http().get("/tenants/all/samples?tenant_ids=kent,ghost,No%20Id"),
        200,
        OK
            + "'count':1,'samples':[{'tenant_id':'kent','at':'TIME','size_bytes':8192,"
            + "'day':{'queries':0,'failed':0},'drifted':false}]}");
    http().send("DELETE", "/tenants/kent?hard=true", "");
  }

  @Test
  @Order(3)
  void tenantsLiveAndDie() {
    Reply page = http().get("/tenants?limit=1&sort=id");
    assertThat(page.json().get("total").intValue()).isEqualTo(2);
    assertThat(page.json().get("tenants").get(0).get("tenant_id").stringValue())
        .isEqualTo("globex");
    assertThat(page.json().get("next_cursor").isString()).isTrue();
    Reply second = http().get("/tenants?offset=1&sort=id");
    assertThat(second.json().get("total").intValue()).isEqualTo(2);
    assertThat(second.json().get("count").intValue()).isEqualTo(1);
    assertShape(
        http().get("/tenants/all/position?sort=id&prefix=w"),
        200,
        OK + "'position':1,'tenant_id':'wayne'}");
    assertShape(
        http().get("/tenants/all/position?tenant_id=globex&sort=id_desc"),
        200,
        OK + "'position':1,'tenant_id':'globex'}");
    assertShape(
        http().get("/tenants/all/position?prefix=zzz"),
        200,
        "{'success':true,'http_status':200,'code':'ok'}");
    assertThat(http().get("/tenants/all/position").status()).isEqualTo(400);
    assertThat(http().get("/tenants?offset=x").json().get("error"))
        .hasToString("\"offset must be an integer\"");
    moved("POST", "/tenants/wayne/suspend", "Tenant 'wayne' suspended successfully", "suspended");
    moved("POST", "/tenants/wayne/resume", "Tenant 'wayne' resumed successfully", "ready");
    moved("DELETE", "/tenants/wayne", "Tenant 'wayne' moved to trash", "deleted");
    moved("POST", "/tenants/wayne/restore", "Tenant 'wayne' restored successfully", "ready");
    assertThat(http().send("DELETE", "/tenants/globex?hard=true", "").json().get("message"))
        .hasToString("\"Tenant 'globex' permanently deleted\"");
  }

  @Test
  @Order(4)
  void queries() {
    String insert =
        "{\"blueprint\":\"main\",\"query\":\"INSERT INTO users (name) VALUES (?), ('Bob')\","
            + "\"params\":[\"Ada\"]}";
    assertShape(
        http().post("/tenants/wayne/query", insert),
        200,
        OK
            + "'tenant':'wayne','result':{'columns':[],"
            + "'rows':[],'row_count':0,'rows_affected':2,'last_insert_id':2,'truncated':false,"
            + "'duration_ms':MS}}");
    String result =
        "'result':{'columns':['id','name'],'types':['INTEGER','TEXT'],'rows':[[1,'Ada'],"
            + "[2,'Bob']],'row_count':2,'truncated':false,'duration_ms':MS}";
    String select = "{\"blueprint\":\"main\",\"query\":\"SELECT id, name FROM users\",";
    assertShape(
        http().post("/admin/query", select + "\"tenant_id\":\"wayne\"}"),
        200,
        OK + "'tenant':'wayne'," + result + "}");
    http().post("/tenants", "{\"tenant_id\":\"stark\",\"databases\":[{\"blueprint\":\"main\"}]}");
    http().post("/tenants/stark/suspend", "");
    assertShape(
        http().post("/admin/query", select + "\"all_tenants\":true}"),
        200,
        OK
            + "'count':2,'results':[{'tenant':'wayne',"
            + result
            + "},{'tenant':'stark','error':'Tenant \u2019stark\u2019 is suspended."
            + " Use POST /tenants/stark/resume','failure':{'code':'conflict','conflict':'state',"
            + "'reason':'suspended','tenant_id':'stark'}}]}");
    http().post("/tenants/stark/resume", "");
    assertShape(
        http()
            .post(
                "/tenants/wayne/query", "{\"blueprint\":\"main\",\"query\":\"DROP TABLE users\"}"),
        400,
        "{'success':false,'http_status':400,'code':'bad_request','error':'DDL not allowed on tenant"
            + " databases. Deploy schema through blueprints. See:"
            + " https://docs.tenantsdb.com/getting-started.html#schema-evolution','reason':'ddl_not_allowed'}");
  }

  @Test
  @Order(5)
  void deployments() {
    http()
        .post(
            "/workspaces/main/queries", "{\"query\":\"ALTER TABLE users ADD COLUMN email TEXT\"}");
    Reply started = http().post("/deployments", "{\"blueprint_id\":\"main\"}");
    String id = started.json().get("deployment").get("job_id").stringValue();

    assertShape(
        withoutItsStart(started),
        201,
        CREATED
            + "'deployment':{'job_id':'JOB',"
            + "'blueprint_id':'main','version':'1.2','status':'running',"
            + "'status_url':'/deployments/JOB','total_tenants':2,'created_at':'TIME',"
            + DETAIL
            + "}}");
    assertShape(
        ended(id),
        200,
        OK
            + "'job_id':'JOB','blueprint_id':'main',"
            + "'status':'completed','progress':1.0,'progress_display':'2/2 tenants',"
            + "'total_tenants':2,'completed_tenants':2,'failed_tenants':0,'version':'1.2',"
            + "'created_at':'TIME','started_at':'TIME','completed_at':'TIME','duration_ms':MS,"
            + DETAIL
            + "}");
    assertShape(
        http().get("/deployments"),
        200,
        OK
            + "'count':1,'jobs':[{'job_id':'JOB',"
            + "'blueprint_id':'main','version':'1.2','status':'completed','total_tenants':2,"
            + "'completed_tenants':2,'failed_tenants':0,'created_at':'TIME',"
            + "'started_at':'TIME','completed_at':'TIME','duration_ms':MS,"
            + DETAIL
            + "}]}");
    assertTenantsOf(id);
  }

  /** The work may have begun before the reply was written, or not. */
  private static Reply withoutItsStart(Reply reply) {
    String body = reply.body().replaceFirst(",\"started_at\":\"[^\"]*\"", "");
    return new Reply(reply.status(), body, reply.response());
  }

  private void assertTenantsOf(String id) {
    JsonNode tenants = http().get("/deployments/" + id + "/tenants?state=done,failed").json();
    assertThat(tenants.get("count").intValue()).isEqualTo(2);
    assertThat(tenants.get("tenants").get(0).get("from_version").stringValue()).isEqualTo("1.1");
    JsonNode ofTenant = http().get("/tenants/wayne/deployments?limit=5").json();
    assertThat(ofTenant.get("tenant_id").stringValue()).isEqualTo("wayne");
    assertThat(ofTenant.get("deployments").get(0).get("job_id").stringValue()).isEqualTo(id);
  }

  @Test
  @Order(6)
  void blueprints() {
    assertShape(
        http().get("/blueprints/main"),
        200,
        OK
            + "'name':'main','version':'1.2',"
            + "'status':'deployed','database':'SQLite','workspace':'main',"
            + "'routing_field':'tenant_id','created_at':'TIME','schema':["
            + "'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT)'],"
            + "'settings':{'query_timeout_ms':30000,'max_rows_per_query':10000,"
            + "'max_connections':100},'deployment_status':{'deployed':true,"
            + "'total_ddl_statements':2,'deployed_to_count':2,'ready_to_deploy':true}}");
    JsonNode versions = http().get("/blueprints/main/versions").json();
    assertThat(versions.get("blueprint").stringValue()).isEqualTo("main");
    assertThat(versions.get("latest").stringValue()).isEqualTo("1.2");
    assertThat(versions.get("versions").get(0).get("deployed_to_count").intValue()).isEqualTo(2);
    JsonNode summary = http().get("/blueprints").json().get("blueprints").get(0);
    assertThat(summary.propertyNames())
        .containsExactly(
            "id",
            "name",
            "version",
            "workspace_id",
            "database_type",
            "project_id",
            "created_at",
            "deployed_to",
            "ddl_statements",
            "tenant_count");
  }

  @Test
  @Order(7)
  void deletingAWorkspaceInUseSaysWhatToDo() {
    assertShape(
        http().send("DELETE", "/workspaces/main", ""),
        409,
        "{'success':false,'http_status':409,'code':'conflict',"
            + "'error':'Cannot delete workspace \u2019main\u2019',"
            + "'reason':'Blueprint \u2019main\u2019 deployed to 2 production tenants',"
            + "'deployed_to':['wayne','stark'],'conflict':'needed',"
            + "'action_required':'Delete these production tenants first, then try again',"
            + "'message':'Cannot delete workspace \u2019main\u2019'}");
  }

  private void moved(String method, String path, String message, String status) {
    assertShape(
        http().send(method, path, ""),
        200,
        OK
            + "'message':'"
            + message.replace('\'', '\u2019')
            + "','tenant':{'tenant_id':'wayne','status':'"
            + status
            + "'}}");
  }

  private Reply ended(String id) {
    Reply reply = http().get("/deployments/" + id);
    while (reply.json().get("status").stringValue().equals("running")) {
      LockSupport.parkNanos(1_000_000);
      reply = http().get("/deployments/" + id);
    }
    return reply;
  }
}
