package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The documented replies of workspaces. */
class HttpWorkspaceShapesTest extends HttpShapes {
  @Test
  @Order(1)
  void workspaces() {
    assertShape(
        http()
            .post("/workspaces", "{\"name\":\"main\",\"database\":\"SQLite\",\"mode\":\"tenant\"}"),
        201,
        CREATED
            + "'id':'main','mode':'tenant',"
            + "'blueprint':'main','database':'SQLite','message':"
            + "'Workspace \u2019main\u2019 created. Connect via proxy to build your schema.',"
            + "'connection':{'database':'main_workspace','user':'ID','password':'PASSWORD'},"
            + "'connection_string':'FILE'}");
    http().post("/workspaces", "{\"name\":\"plane\",\"database\":\"SQLite\",\"mode\":\"control\"}");
    assertShape(
        http().get("/workspaces"),
        200,
        OK
            + "'count':2,'workspaces':["
            + "{'id':'main','name':'main','mode':'tenant','database':'SQLite',"
            + "'created_at':'TIME','version':'1.0','undeployed_changes':0},"
            + "{'id':'plane','name':'plane','mode':'control','database':'SQLite',"
            + "'created_at':'TIME'}]}");
  }

  @Test
  @Order(2)
  void workspaceQueries() {
    assertShape(
        http()
            .post(
                "/workspaces/main/queries",
                "{\"query\":\"CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)\"}"),
        200,
        OK
            + "'result':{'columns':[],'rows':[],"
            + "'row_count':0,'rows_affected':0,'truncated':false,'duration_ms':MS},"
            + "'row_count':0,'truncated':false,'max_rows_limit':10000,'blueprint':'main',"
            + "'version':'1.1','undeployed_changes':1,'data_statements':[],'warnings':[],'actions':{'view_schema':'GET"
            + " /workspaces/main','add_more':'POST /workspaces/main/queries','check_diff':'GET"
            + " /workspaces/main/diff','deploy':'POST /deployments'}}");
    assertShape(
        http()
            .post(
                "/workspaces/plane/queries", "{\"query\":\"SELECT 1 AS one, ?\",\"params\":[2.5]}"),
        200,
        OK
            + "'result':{'columns':['one','?'],"
            + "'types':['INTEGER','REAL'],'rows':[[1,2.5]],'row_count':1,'truncated':false,"
            + "'duration_ms':MS},'row_count':1,'truncated':false,'max_rows_limit':10000,"
            + "'data_statements':[],'warnings':[],'actions':{'view_schema':'GET /workspaces/plane',"
            + "'add_more':'POST /workspaces/plane/queries'}}");
    assertShape(
        http().get("/workspaces/main"),
        200,
        OK
            + "'id':'main','name':'main',"
            + "'mode':'tenant','version':'1.1','database':'SQLite','schema':["
            + "'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)'],"
            + "'undeployed_changes':1,'connection':{'database':'main_workspace','user':'ID',"
            + "'password':'PASSWORD'},'connection_string':'FILE','settings':{"
            + "'query_timeout_ms':30000,'max_rows_per_query':10000,'max_connections':100}}");
  }

  @Test
  @Order(3)
  void pendingChanges() {
    assertShape(
        http().get("/workspaces/main/diff"),
        200,
        OK
            + "'workspace':'main','blueprint':'main',"
            + "'version':'1.1','undeployed_changes':1,'settings_pending':false,'changes':["
            + "{'id':N,'version':'1.1','kind':'create_table','object':'users',"
            + "'summary':'create table users','statement':"
            + "'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)',"
            + "'destructive':false,'revertible':true,"
            + "'revert_statement':'DROP TABLE IF EXISTS users;','deployed_to_count':0,"
            + "'created_at':'TIME'}],'data_statements':[],'warnings':[],"
            + "'skipped_changes':[]}");
    http().post("/workspaces/main/queries", "{\"query\":\"CREATE TABLE gone (a)\"}");
    http().post("/workspaces/main/queries", "{\"query\":\"CREATE TABLE skipped (a)\"}");
    List<Long> ids = new ArrayList<>();
    http()
        .get("/workspaces/main/diff")
        .json()
        .get("changes")
        .forEach(change -> ids.add(change.get("id").longValue()));
    assertShape(
        http().post("/workspaces/main/diff/" + ids.get(1) + "/revert", ""),
        200,
        OK
            + "'message':'Reverted: DROP TABLE IF EXISTS gone;',"
            + "'revert_statement':'DROP TABLE IF EXISTS gone;'}");
    assertThat(
            http()
                .send("DELETE", "/workspaces/main/diff/" + ids.get(2), "")
                .json()
                .get("message")
                .stringValue())
        .isEqualTo("DDL " + ids.get(2) + " removed from deploy queue");
  }

  @Test
  @Order(4)
  void settings() {
    assertShape(
        http().get("/workspaces/main/settings"),
        200,
        OK
            + "'database_type':'SQLite','settings':{"
            + "'query_timeout_ms':30000,'max_rows_per_query':10000,'max_connections':100},"
            + "'available_fields':['query_timeout_ms','max_rows_per_query','max_connections']}");
    String saved =
        OK
            + "'settings':{'query_timeout_ms':30000,"
            + "'max_rows_per_query':500,'max_connections':100},"
            + "'message':'Settings saved. Deploy to apply to tenants.','pending_deploy':true,"
            + "'database_type':'SQLite'}";
    assertShape(
        http().post("/workspaces/main/settings", "{\"max_rows_per_query\":500}"), 200, saved);
    assertShape(http().send("PATCH", "/workspaces/main/settings", "{}"), 200, saved);
    assertShape(
        http().post("/workspaces/plane/settings", "{\"max_connections\":7}"),
        200,
        OK
            + "'settings':{'query_timeout_ms':30000,"
            + "'max_rows_per_query':10000,'max_connections':7},'message':'Settings saved.',"
            + "'database_type':'SQLite'}");
  }

  @Test
  @Order(5)
  void deletingAWorkspace() {
    assertShape(
        http().send("DELETE", "/workspaces/plane", ""),
        200,
        OK
            + "'message':'Workspace \u2019plane\u2019 deleted successfully','details':{"
            + "'workspace':'plane','mode':'control','versions_deleted':[],"
            + "'deletion_type':'hard','metadata':'archived',"
            + "'physical_db':'permanently destroyed'}}");
  }
}
