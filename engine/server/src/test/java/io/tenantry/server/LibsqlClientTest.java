package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.NpmPackage.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The unmodified libSQL client of npm against a real server. Node is needed for this test only, and
 * the client is installed once into {@code target/}; without either the test is skipped.
 */
class LibsqlClientTest {
  private static final NpmPackage CLIENT = new NpmPackage("libsql-client", "proof.mjs");

  private static final TenantId WAYNE = new TenantId("wayne");
  private static final WorkspaceName SHOP = new WorkspaceName("shop");

  @Test
  void theClientWorksOnATenantAndOnAWorkspace(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(
        CLIENT.install("--omit=optional"),
        "skipped: no node and npm, or no network for @libsql/client");
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
        EngineServer server = EngineServer.start(engine, EngineServer.LOOPBACK, 0)) {
      engine.publishAt(server.url());
      Project project = engine.open(Credential.owner());
      TenantConnection tenant = design(project);
      Workspace workspace = project.workspaces().get(SHOP);

      Output proof =
          CLIENT.run(
              60,
              Map.of(
                  "TENANT_URL", tenant.connectionString(),
                  "TENANT_TOKEN", tenant.authToken().orElseThrow().value(),
                  "WORKSPACE_URL", workspace.connectionString(),
                  "WORKSPACE_TOKEN", workspace.connection().password().orElseThrow().value()),
              "node",
              "proof.mjs");

      assertThat(proof.text()).contains("passed 9");
      assertThat(proof.exit()).isZero();
      assertThat(project.workspaces().get(SHOP).version()).hasToString("Optional[1.3]");
      assertThat(project.workspaces().diff(SHOP).changes())
          .extracting(Change::kind)
          .containsExactly("create_table", "create_index", "rebuild_table");
    }
  }

  private static TenantConnection design(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project
        .workspaces()
        .query(
            SHOP,
            new WorkspaceQuery(
                "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT UNIQUE, price REAL,"
                    + " data BLOB)"));
    return project
        .tenants()
        .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(SHOP))))
        .databases()
        .getFirst()
        .connection()
        .orElseThrow();
  }
}
