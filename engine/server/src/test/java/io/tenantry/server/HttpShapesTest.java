package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.RawHttp.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The documented examples as raw JSON, in the order in which somebody would make the calls. Values
 * that differ from run to run are masked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HttpShapesTest {
  private LocalEngine engine;
  private EngineServer server;
  private RawHttp open;
  private RawHttp http;

  @BeforeAll
  void start(@TempDir Path folder) {
    engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
    server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
    open = new RawHttp(server.url(), Optional.empty());
    http = new RawHttp(server.url(), Optional.of(engine.ownerKey().value()));
  }

  @AfterAll
  void stop() {
    open.close();
    http.close();
    server.close();
    engine.close();
  }

  @Test
  @Order(1)
  void publicCallsAreBare() {
    assertThat(open.get("/health").body()).isEqualTo("{\"status\":\"healthy\"}");
    assertThat(open.get("/").body()).startsWith("{\"service\":\"Tenantry\",\"version\":\"");
    assertThat(open.get("/regions").body())
        .isEqualTo(
            "{\"regions\":[{\"zone\":\"eu-central\",\"label\":\"Europe\",\"is_default\":true},"
                + "{\"zone\":\"ap-southeast\",\"label\":\"Asia Pacific\"},"
                + "{\"zone\":\"us-east\",\"label\":\"US East\"},"
                + "{\"zone\":\"us-west\",\"label\":\"US West\"}]}");
    assertThat(open.get("/errors").json().get("codes").size()).isEqualTo(13);
  }

  @Test
  @Order(2)
  void accounts() {
    Reply signup =
        open.post("/signup", "{\"email\":\"a@example.com\",\"password\":\"12345678\",\"x\":1}");
    Reply login = open.post("/login", "{\"email\":\"A@example.com\",\"password\":\"12345678\"}");

    assertShape(
        signup,
        201,
        "{'success':true,'http_status':201,'code':'created','api_key':'KEY','project_id':'ID'}");
    assertShape(
        login,
        200,
        "{'success':true,'http_status':200,'code':'ok','session_token':'SESSION','projects':["
            + "{'project_id':'ID','name':'My Project','api_key':'KEY'}]}");
    String session = login.json().get("session_token").stringValue();
    RawHttp asSession = new RawHttp(server.url(), Optional.of(session));
    assertShape(
        asSession.get("/whoami"),
        200,
        "{'success':true,'http_status':200,'code':'ok','email':'a@example.com',"
            + "'project_id':'ID','project_name':'My Project'}");
    assertShape(
        asSession.post("/logout", ""),
        200,
        "{'success':true,'http_status':200,'code':'ok','message':'Logged out'}");
    assertThat(asSession.get("/whoami").status()).isEqualTo(401);
    asSession.close();
  }

  @Test
  @Order(3)
  void projects() {
    Reply created = http.post("/projects", "{\"name\":\"Shop & Co\"}");
    String id = created.json().get("project_id").stringValue();

    assertShape(
        created,
        201,
        "{'success':true,'http_status':201,'code':'created','project_id':'ID',"
            + "'name':'Shop & Co','api_key':'KEY','proxy_password':'PASSWORD',"
            + "'message':'Project created. Save your API key - it won\u2019t be shown again!'}");
    assertShape(
        http.post("/projects/Shop%20%26%20Co/switch", ""),
        200,
        "{'success':true,'http_status':200,'code':'ok','project_id':'ID','name':'Shop & Co',"
            + "'api_key':'KEY','proxy_password':'PASSWORD'}");
    assertShape(
        http.send("PATCH", "/projects/" + id, "{\"name\":\"New\"}"),
        200,
        "{'success':true,'http_status':200,'code':'ok','project_id':'ID','name':'New',"
            + "'message':'Project renamed to \u2019New\u2019'}");
    assertShape(
        http.get("/projects"),
        200,
        "{'success':true,'http_status':200,'code':'ok','count':2,'projects':["
            + "{'project_id':'ID','name':'My Project','api_key':'KEY','api_key_count':1,"
            + "'workspaces':0,'tenants':0,'database_types':[],'created_at':'TIME'},"
            + "{'project_id':'ID','name':'New','api_key':'KEY','api_key_count':1,"
            + "'workspaces':0,'tenants':0,'database_types':[],'created_at':'TIME'}]}");
    assertThat(http.send("DELETE", "/projects/" + id, "").json().get("message").stringValue())
        .isEqualTo("Project '" + id + "' deleted successfully");
  }

  @Test
  @Order(4)
  void workspaces() {
    assertShape(
        http.post("/workspaces", "{\"name\":\"main\",\"database\":\"SQLite\",\"mode\":\"tenant\"}"),
        201,
        "{'success':true,'http_status':201,'code':'created','id':'main','mode':'tenant',"
            + "'blueprint':'main','database':'SQLite','message':"
            + "'Workspace \u2019main\u2019 created. Connect via proxy to build your schema.',"
            + "'connection':{'database':'main_workspace','user':'ID','password':'PASSWORD'},"
            + "'connection_string':'FILE'}");
    http.post("/workspaces", "{\"name\":\"plane\",\"database\":\"SQLite\",\"mode\":\"control\"}");
    assertShape(
        http.get("/workspaces"),
        200,
        "{'success':true,'http_status':200,'code':'ok','count':2,'workspaces':["
            + "{'id':'main','name':'main','mode':'tenant','database':'SQLite',"
            + "'created_at':'TIME','version':'1.0','undeployed_changes':0},"
            + "{'id':'plane','name':'plane','mode':'control','database':'SQLite',"
            + "'created_at':'TIME'}]}");
    assertShape(
        http.post(
            "/workspaces/main/queries",
            "{\"query\":\"CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)\"}"),
        200,
        "{'success':true,'http_status':200,'code':'ok','result':{'columns':[],'rows':[],"
            + "'row_count':0,'rows_affected':0,'truncated':false,'duration_ms':MS},"
            + "'row_count':0,'truncated':false,'max_rows_limit':10000,'blueprint':'main',"
            + "'version':'1.1','undeployed_changes':1,'actions':{"
            + "'view_schema':'GET /workspaces/main',"
            + "'add_more':'POST /workspaces/main/queries',"
            + "'check_diff':'GET /workspaces/main/diff','deploy':'POST /deployments'}}");
    assertShape(
        http.post(
            "/workspaces/plane/queries", "{\"query\":\"SELECT 1 AS one, ?\",\"params\":[2.5]}"),
        200,
        "{'success':true,'http_status':200,'code':'ok','result':{'columns':['one','?'],"
            + "'types':['INTEGER','REAL'],'rows':[[1,2.5]],'row_count':1,'truncated':false,"
            + "'duration_ms':MS},'row_count':1,'truncated':false,'max_rows_limit':10000,"
            + "'actions':{'view_schema':'GET /workspaces/plane',"
            + "'add_more':'POST /workspaces/plane/queries'}}");
    assertShape(
        http.get("/workspaces/main"),
        200,
        "{'success':true,'http_status':200,'code':'ok','id':'main','name':'main',"
            + "'mode':'tenant','version':'1.1','database':'SQLite','schema':["
            + "'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)'],"
            + "'undeployed_changes':1,'connection':{'database':'main_workspace','user':'ID',"
            + "'password':'PASSWORD'},'connection_string':'FILE','settings':{"
            + "'query_timeout_ms':30000,'max_rows_per_query':10000,'max_connections':100}}");
  }

  @Test
  @Order(5)
  void changesAndSettings() {
    assertShape(
        http.get("/workspaces/main/diff"),
        200,
        "{'success':true,'http_status':200,'code':'ok','workspace':'main','blueprint':'main',"
            + "'version':'1.1','undeployed_changes':1,'settings_pending':false,'changes':["
            + "{'id':N,'version':'1.1','kind':'create_table','object':'users','statement':"
            + "'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)',"
            + "'destructive':false,'revertible':true,"
            + "'revert_statement':'DROP TABLE IF EXISTS users;','created_at':'TIME'}]}");
    http.post("/workspaces/main/queries", "{\"query\":\"CREATE TABLE gone (a)\"}");
    http.post("/workspaces/main/queries", "{\"query\":\"CREATE TABLE skipped (a)\"}");
    List<Long> ids = new ArrayList<>();
    http.get("/workspaces/main/diff")
        .json()
        .get("changes")
        .forEach(change -> ids.add(change.get("id").longValue()));
    assertShape(
        http.post("/workspaces/main/diff/" + ids.get(1) + "/revert", ""),
        200,
        "{'success':true,'http_status':200,'code':'ok',"
            + "'message':'Reverted: DROP TABLE IF EXISTS gone;',"
            + "'revert_statement':'DROP TABLE IF EXISTS gone;'}");
    assertThat(
            http.send("DELETE", "/workspaces/main/diff/" + ids.get(2), "")
                .json()
                .get("message")
                .stringValue())
        .isEqualTo("DDL " + ids.get(2) + " removed from deploy queue");
    assertShape(
        http.get("/workspaces/main/settings"),
        200,
        "{'success':true,'http_status':200,'code':'ok','database_type':'SQLite','settings':{"
            + "'query_timeout_ms':30000,'max_rows_per_query':10000,'max_connections':100},"
            + "'available_fields':['query_timeout_ms','max_rows_per_query','max_connections']}");
    String saved =
        "{'success':true,'http_status':200,'code':'ok','settings':{'query_timeout_ms':30000,"
            + "'max_rows_per_query':500,'max_connections':100},"
            + "'message':'Settings saved. Deploy to apply to tenants.','pending_deploy':true,"
            + "'database_type':'SQLite'}";
    assertShape(http.post("/workspaces/main/settings", "{\"max_rows_per_query\":500}"), 200, saved);
    assertShape(http.send("PATCH", "/workspaces/main/settings", "{}"), 200, saved);
    assertShape(
        http.post("/workspaces/plane/settings", "{\"max_connections\":7}"),
        200,
        "{'success':true,'http_status':200,'code':'ok','settings':{'query_timeout_ms':30000,"
            + "'max_rows_per_query':10000,'max_connections':7},'message':'Settings saved.',"
            + "'database_type':'SQLite'}");
  }

  @Test
  @Order(6)
  void tenants() {
    Reply created =
        http.post("/tenants", "{\"tenant_id\":\"wayne\",\"databases\":[{\"blueprint\":\"main\"}]}");
    String database =
        "{'blueprint':'main','database_type':'SQLite','isolation_level':1,'version':'1.5'";
    String connected =
        database
            + ",'connection':{'database':'main__wayne','connection_string':'FILE',"
            + "'auth_token':'PASSWORD'}}";

    assertShape(
        created,
        201,
        "{'success':true,'http_status':201,'code':'created','tenant_id':'wayne',"
            + "'status':'ready','databases':["
            + connected
            + "],'created_at':'TIME'}");
    assertShape(
        http.get("/tenants"),
        200,
        "{'success':true,'http_status':200,'code':'ok','count':1,'tenants':[{"
            + "'tenant_id':'wayne','status':'ready','databases':["
            + database
            + "}],'created_at':'TIME'}]}");
    assertShape(
        http.post(
            "/tenants/batch",
            "{\"tenant_ids\":[\"globex\",\"No\"],\"databases\":[{\"blueprint\":\"main\"}]}"),
        200,
        "{'success':true,'http_status':200,'code':'ok','count':1,'created':[{"
            + "'tenant_id':'globex','status':'ready','databases':["
            + connected.replace("wayne", "globex")
            + "],'created_at':'TIME'}],'failed':[{'tenant_id':'No','code':'bad_request',"
            + "'error':'Invalid tenant_id \u2019No\u2019: use 1 to 30 characters a-z 0-9 _ -,"
            + " start with a letter, end with a letter or digit, and do not use \u2019__\u2019"
            + " or \u2019--\u2019'}]}");
    Reply page = http.get("/tenants?limit=1&sort=id");
    assertThat(page.json().get("total").intValue()).isEqualTo(2);
    assertThat(page.json().get("tenants").get(0).get("tenant_id").stringValue())
        .isEqualTo("globex");
    assertThat(page.json().get("next_cursor").isString()).isTrue();
    moved("POST", "/tenants/wayne/suspend", "Tenant 'wayne' suspended successfully", "suspended");
    moved("POST", "/tenants/wayne/resume", "Tenant 'wayne' resumed successfully", "ready");
    moved("DELETE", "/tenants/wayne", "Tenant 'wayne' moved to trash", "deleted");
    moved("POST", "/tenants/wayne/restore", "Tenant 'wayne' restored successfully", "ready");
    assertThat(http.send("DELETE", "/tenants/globex?hard=true", "").json().get("message"))
        .hasToString("\"Tenant 'globex' permanently deleted\"");
  }

  @Test
  @Order(7)
  void queries() {
    String insert =
        "{\"blueprint\":\"main\",\"query\":\"INSERT INTO users (name) VALUES (?), ('Bob')\","
            + "\"params\":[\"Ada\"]}";
    assertShape(
        http.post("/tenants/wayne/query", insert),
        200,
        "{'success':true,'http_status':200,'code':'ok','tenant':'wayne','result':{'columns':[],"
            + "'rows':[],'row_count':0,'rows_affected':2,'last_insert_id':2,'truncated':false,"
            + "'duration_ms':MS}}");
    String result =
        "'result':{'columns':['id','name'],'types':['INTEGER','TEXT'],'rows':[[1,'Ada'],"
            + "[2,'Bob']],'row_count':2,'truncated':false,'duration_ms':MS}";
    String select = "{\"blueprint\":\"main\",\"query\":\"SELECT id, name FROM users\",";
    assertShape(
        http.post("/admin/query", select + "\"tenant_id\":\"wayne\"}"),
        200,
        "{'success':true,'http_status':200,'code':'ok','tenant':'wayne'," + result + "}");
    http.post("/tenants", "{\"tenant_id\":\"stark\",\"databases\":[{\"blueprint\":\"main\"}]}");
    http.post("/tenants/stark/suspend", "");
    assertShape(
        http.post("/admin/query", select + "\"all_tenants\":true}"),
        200,
        "{'success':true,'http_status':200,'code':'ok','count':2,'results':[{'tenant':'wayne',"
            + result
            + "},{'tenant':'stark','error':'Tenant \u2019stark\u2019 is suspended."
            + " Use POST /tenants/stark/resume'}]}");
    http.post("/tenants/stark/resume", "");
    assertShape(
        http.post(
            "/tenants/wayne/query", "{\"blueprint\":\"main\",\"query\":\"DROP TABLE users\"}"),
        400,
        "{'success':false,'http_status':400,'code':'bad_request','error':"
            + "'DDL not allowed on tenant databases. Deploy schema through blueprints. See:"
            + " https://docs.tenantsdb.com/getting-started.html#schema-evolution'}");
  }

  @Test
  @Order(8)
  void deployments() {
    http.post(
        "/workspaces/main/queries", "{\"query\":\"ALTER TABLE users ADD COLUMN email TEXT\"}");
    Reply started = http.post("/deployments", "{\"blueprint_id\":\"main\"}");
    String id = started.json().get("deployment").get("job_id").stringValue();

    assertShape(
        new Reply(
            started.status(),
            started.body().replaceFirst(",\"started_at\":\"[^\"]*\"", ""),
            started.response()),
        201,
        "{'success':true,'http_status':201,'code':'created','deployment':{'job_id':'JOB',"
            + "'blueprint_id':'main','version':'1.6','status':'running',"
            + "'status_url':'/deployments/JOB','total_tenants':2,'created_at':'TIME'}}");
    assertShape(
        ended(id),
        200,
        "{'success':true,'http_status':200,'code':'ok','job_id':'JOB','blueprint_id':'main',"
            + "'status':'completed','progress':1.0,'progress_display':'2/2 tenants',"
            + "'total_tenants':2,'completed_tenants':2,'failed_tenants':0,'version':'1.6',"
            + "'created_at':'TIME','started_at':'TIME','completed_at':'TIME','duration_ms':MS}");
    assertShape(
        http.get("/deployments"),
        200,
        "{'success':true,'http_status':200,'code':'ok','count':1,'jobs':[{'job_id':'JOB',"
            + "'blueprint_id':'main','version':'1.6','status':'completed','total_tenants':2,"
            + "'completed_tenants':2,'failed_tenants':0,'created_at':'TIME',"
            + "'started_at':'TIME','completed_at':'TIME','duration_ms':MS}]}");
    JsonNode tenants = http.get("/deployments/" + id + "/tenants?state=done,failed").json();
    assertThat(tenants.get("count").intValue()).isEqualTo(2);
    assertThat(tenants.get("tenants").get(0).get("from_version").stringValue()).isEqualTo("1.5");
    JsonNode ofTenant = http.get("/tenants/wayne/deployments?limit=5").json();
    assertThat(ofTenant.get("tenant_id").stringValue()).isEqualTo("wayne");
    assertThat(ofTenant.get("deployments").get(0).get("job_id").stringValue()).isEqualTo(id);
  }

  @Test
  @Order(9)
  void blueprints() {
    assertShape(
        http.get("/blueprints/main"),
        200,
        "{'success':true,'http_status':200,'code':'ok','name':'main','version':'1.6',"
            + "'status':'deployed','database':'SQLite','workspace':'main',"
            + "'routing_field':'tenant_id','created_at':'TIME','schema':["
            + "'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT)'],"
            + "'settings':{'query_timeout_ms':30000,'max_rows_per_query':500,"
            + "'max_connections':100},'deployment_status':{'deployed':true,"
            + "'total_ddl_statements':2,'deployed_to_count':2,'ready_to_deploy':true}}");
    JsonNode versions = http.get("/blueprints/main/versions").json();
    assertThat(versions.get("blueprint").stringValue()).isEqualTo("main");
    assertThat(versions.get("latest").stringValue()).isEqualTo("1.6");
    assertThat(versions.get("versions").get(0).get("deployed_to_count").intValue()).isEqualTo(2);
    JsonNode summary = http.get("/blueprints").json().get("blueprints").get(0);
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
  @Order(10)
  void deletingAWorkspaceInUseSaysWhatToDo() {
    assertShape(
        http.send("DELETE", "/workspaces/main", ""),
        409,
        "{'success':false,'http_status':409,'code':'conflict',"
            + "'error':'Cannot delete workspace \u2019main\u2019',"
            + "'reason':'Blueprint \u2019main\u2019 deployed to 2 production tenants',"
            + "'deployed_to':['wayne','stark'],"
            + "'action_required':'Delete these production tenants first, then try again',"
            + "'message':'Cannot delete workspace \u2019main\u2019'}");
    assertShape(
        http.send("DELETE", "/workspaces/plane", ""),
        200,
        "{'success':true,'http_status':200,'code':'ok',"
            + "'message':'Workspace \u2019plane\u2019 deleted successfully','details':{"
            + "'workspace':'plane','mode':'control','versions_deleted':[],"
            + "'deletion_type':'hard','metadata':'archived',"
            + "'physical_db':'permanently destroyed'}}");
  }

  private void moved(String method, String path, String message, String status) {
    assertShape(
        http.send(method, path, ""),
        200,
        "{'success':true,'http_status':200,'code':'ok','message':'"
            + message.replace('\'', '\u2019')
            + "','tenant':{'tenant_id':'wayne','status':'"
            + status
            + "'}}");
  }

  private Reply ended(String id) {
    Reply reply = http.get("/deployments/" + id);
    while (reply.json().get("status").stringValue().equals("running")) {
      LockSupport.parkNanos(1_000_000);
      reply = http.get("/deployments/" + id);
    }
    return reply;
  }

  /** Compares with single quotes for double ones, and ’ for a quote inside a text. */
  private static void assertShape(Reply reply, int status, String expected) {
    String masked =
        reply
            .body()
            .replaceAll("tdb_sk_[0-9a-f]{64}", "KEY")
            .replaceAll("tdb_sess_[0-9a-zA-Z_-]+", "SESSION")
            .replaceAll("tdb_[0-9a-f]{16}", "PASSWORD")
            .replaceAll("tdb_[0-9a-f]{8}", "ID")
            .replaceAll("dep_[0-9a-z]+", "JOB")
            .replaceAll("\"file:[^\"]*\"", "\"FILE\"")
            .replaceAll("\"duration_ms\":[0-9.E-]+", "\"duration_ms\":MS")
            .replaceAll("\\{\"id\":[0-9]+,", "{\"id\":N,")
            .replaceAll("\"20[0-9]{2}-[0-9-]{5}T[0-9:]{8}Z\"", "\"TIME\"");

    assertThat(masked).isEqualTo(expected.replace('\'', '"').replace('\u2019', '\''));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
  }
}
