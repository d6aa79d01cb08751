package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.access.Tier;
import io.tenantry.server.RawHttp.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented replies of backups, and those of the extensions. */
class HttpBackupShapesTest extends HttpShapes {
  private static final String PATH = "sqlite/manual/DATE/ID_tenant_wayne__main.db.gz";
  private static final String ITEM =
      "{'type':'manual','date':'DATE','database_type':'sqlite','storage_path':'"
          + PATH
          + "','size_bytes':N,'created_at':'TIME','status':'done','blueprint':'main',"
          + "'version':'1.1','database_bytes':N,'sha256':'SHA','completed_at':'TIME'";

  @Test
  @Order(1)
  void aBackup() {
    prepare(http());
    Reply started = http().post("/tenants/wayne/backup", "");

    assertMasked(
        started,
        OK
            + "'message':'Backup scheduled for tenant: wayne','tenant_id':'wayne','type':'manual',"
            + "'timestamp':'DATE','paths':['"
            + PATH
            + "']}");
    awaitDone(http());
    assertMasked(
        http().get("/tenants/wayne/backups"),
        OK + "'tenant_id':'wayne','count':1,'backups':[" + ITEM + "}]}");
  }

  @Test
  @Order(2)
  void aLookAtIt() {
    assertMasked(
        http().post("/tenants/wayne/backups/verify", named()),
        OK
            + "'message':'Backup "
            + PATH
            + " is whole','tenant_id':'wayne','verified':true,'backup':"
            + ITEM
            + ",'verified_at':'TIME'}}");
    Reply file = http().get("/tenants/wayne/backups/download?storage_path=" + encodedPath());
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("application/gzip");
    assertThat(file.header("Content-Length")).isEqualTo(newest("size_bytes"));
    assertThat(file.header("X-Content-SHA256")).isEqualTo(newest("sha256"));
    assertThat(file.header("Content-Disposition"))
        .matches("attachment; filename=\"tdb_[0-9a-f]{8}_tenant_wayne__main.db.gz\"");
  }

  @Test
  @Order(3)
  void aRollback() {
    Reply started = http().post("/tenants/wayne/rollback", named());

    assertMasked(
        started,
        OK
            + "'message':'Rollback scheduled for tenant: wayne','tenant_id':'wayne',"
            + "'status':'restoring','paths':['"
            + PATH
            + "']}");
    while (http().get("/tenants/wayne/rollbacks").body().contains("running")) {
      LockSupport.parkNanos(2_000_000);
    }
    assertMasked(
        http().get("/tenants/wayne/rollbacks"),
        OK
            + "'tenant_id':'wayne','count':1,'rollbacks':[{'storage_path':'"
            + PATH
            + "','blueprint':'main','status':'done','safety_path':'"
            + PATH.replace("manual", "safety")
            + "','created_at':'TIME','completed_at':'TIME'}]}");
  }

  @Test
  @Order(4)
  void refusals() {
    String missing =
        "{'success':false,'http_status':400,'code':'bad_request',"
            + "'error':'storage_path is required','field':'storage_path'}";
    assertShape(http().post("/tenants/wayne/rollback", "{}"), 400, missing);
    assertShape(http().get("/tenants/wayne/backups/download"), 400, missing);
    assertShape(http().send("DELETE", "/tenants/wayne/backups", ""), 400, missing);
    assertShape(
        http().post("/tenants/wayne/rollback", "{\"storage_path\":\"a/b\"}"),
        404,
        "{'success':false,'http_status':404,'code':'not_found','error':'Backup not found: a/b'}");
    assertShape(
        http().get("/tenants/nobody/backups"),
        404,
        "{'success':false,'http_status':404,'code':'not_found',"
            + "'error':'Tenant not found: nobody'}");
  }

  @Test
  @Order(5)
  void aNewTenantAndAnEnd() {
    Reply made =
        http()
            .post(
                "/tenants/wayne/backups/restore",
                "{\"storage_path\":\"" + path() + "\",\"tenant_id\":\"copy\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("tenant_id").stringValue()).isEqualTo("copy");
    assertThat(made.json().get("status").stringValue()).isEqualTo("ready");
    String path = path();
    Reply deleted =
        http().send("DELETE", "/tenants/wayne/backups?storage_path=" + encodedPath(), "");
    assertThat(deleted.json().get("message").stringValue()).isEqualTo("Backup deleted: " + path);
    assertThat(deleted.json().get("storage_path").stringValue()).isEqualTo(path);
  }

  @Test
  @Order(6)
  void tooManyBackupsInAnHour(@TempDir Path folder) {
    EngineConfig free = EngineConfig.at(folder.resolve("data")).withTier(Tier.FREE);
    try (LocalEngine engine = LocalEngine.open(free);
        EngineServer server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
        RawHttp caller = new RawHttp(server.url(), Optional.of(engine.ownerKey().value()))) {
      prepare(caller);
      for (int i = 0; i < 5; i++) {
        assertThat(caller.post("/tenants/wayne/backup", "").status()).isEqualTo(200);
      }

      Reply refused = caller.post("/tenants/wayne/backup", "");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.json().get("code").stringValue()).isEqualTo("rate_limited");
      assertThat(refused.json().get("error").stringValue())
          .isEqualTo("rate limit exceeded: max 5 backups per hour");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3500, 3600);
    }
  }

  private static void prepare(RawHttp caller) {
    caller.post("/workspaces", "{\"name\":\"main\",\"database\":\"SQLite\",\"mode\":\"tenant\"}");
    caller.post(
        "/workspaces/main/queries",
        "{\"query\":\"CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)\"}");
    caller.post("/tenants", "{\"tenant_id\":\"wayne\",\"databases\":[{\"blueprint\":\"main\"}]}");
  }

  private static void awaitDone(RawHttp caller) {
    while (caller.get("/tenants/wayne/backups").body().contains("\"running\"")) {
      LockSupport.parkNanos(2_000_000);
    }
  }

  private String newest(String field) {
    return http()
        .get("/tenants/wayne/backups")
        .json()
        .get("backups")
        .valueStream()
        .filter(each -> each.get("type").stringValue().equals("manual"))
        .findFirst()
        .orElseThrow()
        .get(field)
        .asString();
  }

  private String path() {
    return newest("storage_path");
  }

  private String named() {
    return "{\"storage_path\":\"" + path() + "\"}";
  }

  private String encodedPath() {
    return URLEncoder.encode(path(), StandardCharsets.UTF_8);
  }

  /** Masks what differs from run to run in backups, too. */
  private static void assertMasked(Reply reply, String expected) {
    String masked =
        reply
            .body()
            .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}", "DATE")
            .replaceAll("_bytes\":[0-9]+", "_bytes\":N")
            .replaceAll("\"[0-9a-f]{64}\"", "\"SHA\"");
    assertShape(new Reply(reply.status(), masked, reply.response()), 200, expected);
  }
}
