package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.RawHttp.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements inside one long function of SQLite, which nothing can stop, over real HTTP. */
class HeldStatementsTest {
  private static final long POLL_NANOS = 5_000_000;

  /** Runs for minutes, in one step. */
  private static final String ENDLESS =
      "SELECT instr(zeroblob(4000000), zeroblob(2000000) || x'01')";

  @TempDir private Path folder;
  private LocalEngine engine;
  private EngineServer server;
  private RawHttp http;

  @BeforeEach
  void start() {
    engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
    server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
    http = new RawHttp(server.url(), Optional.of(engine.ownerKey().value()));
    Project project = engine.open(Credential.owner());
    WorkspaceName main = new WorkspaceName("main");
    project
        .workspaces()
        .create(new CreateWorkspace(main, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().query(main, new WorkspaceQuery("CREATE TABLE t (id INTEGER PRIMARY KEY)"));
    project
        .workspaces()
        .saveSettings(main, new SaveSettings(Optional.of(300), Optional.empty(), Optional.empty()));
    project
        .tenants()
        .createMany(
            new CreateTenants(
                List.of("evil", "bad", "good"), List.of(TenantDatabaseRequest.shared(main))));
    DeploymentId id = project.deployments().create(new CreateDeployment(main)).jobId();
    while (!project.deployments().get(id).status().ended()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
    engine.close();
  }

  private Reply query(String tenant, String sql) {
    return http.post(
        "/tenants/" + tenant + "/query", "{\"blueprint\":\"main\",\"query\":\"" + sql + "\"}");
  }

  @Test
  void othersGoOnWhileTenOfThemRunAndTheServerStopsAllTheSame() throws Exception {
    List<Future<Reply>> endless = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        String tenant = i % 2 == 0 ? "evil" : "bad";
        endless.add(callers.submit(() -> query(tenant, ENDLESS)));
      }
      for (int i = 0; i < 50; i++) {
        assertThat(query("good", "SELECT count(*) FROM t").status()).isEqualTo(200);
      }
    }
    for (Future<Reply> each : endless) {
      assertThat(each.get().status()).isIn(400, 409); // too long, or its database too busy
    }
    assertThat(query("good", "INSERT INTO t VALUES (1)").status()).isEqualTo(200);
    Reply health = http.get("/health");
    assertThat(health.json().get("status").stringValue()).isEqualTo("degraded");
    assertThat(health.json().get("reason").stringValue()).contains("hold threads");
    assertThat(http.get("/status").json().get("held_statements").intValue()).isPositive();

    long start = System.nanoTime();
    server.close();
    engine.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}
