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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The unmodified libSQL client of npm against a real server. Node is needed for this test only, and
 * the client is installed once into {@code target/}; without either the test is skipped.
 */
class LibsqlClientTest {
  private static final Path INSTALLED = Path.of("target", "libsql-client").toAbsolutePath();
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "proof.mjs");

  private static final TenantId WAYNE = new TenantId("wayne");
  private static final WorkspaceName SHOP = new WorkspaceName("shop");

  @Test
  void theClientWorksOnATenantAndOnAWorkspace(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(installed(), "skipped: no node and npm, or no network for @libsql/client");
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
        EngineServer server = EngineServer.start(engine, EngineServer.LOOPBACK, 0)) {
      engine.publishAt(server.url());
      Project project = engine.open(Credential.owner());
      TenantConnection tenant = design(project);
      Workspace workspace = project.workspaces().get(SHOP);

      Output proof =
          run(
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

  private static boolean installed() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    for (String file : FILES) {
      try (InputStream source =
          Objects.requireNonNull(
              LibsqlClientTest.class.getResourceAsStream("/libsql-client/" + file))) {
        Files.write(INSTALLED.resolve(file), source.readAllBytes());
      }
    }
    if (Files.exists(INSTALLED.resolve("node_modules/@libsql/client/package.json"))) {
      return run(20, Map.of(), "node", "--version").exit() == 0;
    }
    Output npm =
        run(
            120,
            Map.of(),
            "npm",
            "ci",
            "--ignore-scripts",
            "--omit=optional",
            "--no-audit",
            "--no-fund");
    return npm.exit() == 0;
  }

  private record Output(int exit, String text) {}

  private static Output run(int seconds, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = INSTALLED.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(INSTALLED.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException missing) {
      return new Output(-1, "");
    }
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Output(-1, "no end after " + seconds + " s");
    }
    return new Output(process.exitValue(), Files.readString(output));
  }
}
