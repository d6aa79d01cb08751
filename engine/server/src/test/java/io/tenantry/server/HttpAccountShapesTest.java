package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.server.RawHttp.Reply;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The documented replies of public calls, accounts and projects. */
class HttpAccountShapesTest extends HttpShapes {
  @Test
  @Order(1)
  void publicCallsAreBare() {
    assertThat(open().get("/health").body()).isEqualTo("{\"status\":\"healthy\"}");
    assertThat(open().get("/").body()).startsWith("{\"service\":\"Tenantry\",\"version\":\"");
    assertThat(open().get("/regions").body())
        .isEqualTo(
            "{\"regions\":[{\"zone\":\"eu-central\",\"label\":\"Europe\",\"is_default\":true},"
                + "{\"zone\":\"ap-southeast\",\"label\":\"Asia Pacific\"},"
                + "{\"zone\":\"us-east\",\"label\":\"US East\"},"
                + "{\"zone\":\"us-west\",\"label\":\"US West\"}]}");
    assertThat(open().get("/errors").json().get("codes").size()).isEqualTo(13);
  }

  @Test
  @Order(2)
  void accounts() {
    Reply signup =
        open().post("/signup", "{\"email\":\"a@example.com\",\"password\":\"12345678\",\"x\":1}");
    Reply login = open().post("/login", "{\"email\":\"A@example.com\",\"password\":\"12345678\"}");

    assertShape(signup, 201, CREATED + "'api_key':'KEY','project_id':'ID'}");
    assertShape(
        login,
        200,
        OK
            + "'session_token':'SESSION','projects':["
            + "{'project_id':'ID','name':'My Project','api_key':'KEY'}]}");
    String session = login.json().get("session_token").stringValue();
    RawHttp asSession = as(session);
    assertShape(
        asSession.get("/whoami"),
        200,
        OK
            + "'email':'a@example.com',"
            + "'project_id':'ID','project_name':'My Project','role':'admin',"
            + "'scope_type':'project','scope_values':[]}");
    assertShape(asSession.post("/logout", ""), 200, OK + "'message':'Logged out'}");
    assertThat(asSession.get("/whoami").status()).isEqualTo(401);
    asSession.close();
  }

  @Test
  @Order(3)
  void projects() {
    Reply created = http().post("/projects", "{\"name\":\"Shop & Co\"}");
    String id = created.json().get("project_id").stringValue();

    assertShape(
        created,
        201,
        CREATED
            + "'project_id':'ID',"
            + "'name':'Shop & Co','api_key':'KEY','proxy_password':'PASSWORD',"
            + "'message':'Project created. Save your API key - it won\u2019t be shown again!'}");
    assertShape(
        http().post("/projects/Shop%20%26%20Co/switch", ""),
        200,
        OK
            + "'project_id':'ID','name':'Shop & Co',"
            + "'api_key':'KEY','proxy_password':'PASSWORD'}");
    assertShape(
        http().send("PATCH", "/projects/" + id, "{\"name\":\"New\"}"),
        200,
        OK + "'project_id':'ID','name':'New'," + "'message':'Project renamed to \u2019New\u2019'}");
    assertShape(
        http().get("/projects"),
        200,
        OK
            + "'count':2,'projects':["
            + "{'project_id':'ID','name':'My Project','api_key':'KEY','api_key_count':1,"
            + "'workspaces':0,'tenants':0,'database_types':[],'created_at':'TIME'},"
            + "{'project_id':'ID','name':'New','api_key':'KEY','api_key_count':1,"
            + "'workspaces':0,'tenants':0,'database_types':[],'created_at':'TIME'}]}");
    assertThat(http().send("DELETE", "/projects/" + id, "").json().get("message").stringValue())
        .isEqualTo("Project '" + id + "' deleted successfully");
  }
}
