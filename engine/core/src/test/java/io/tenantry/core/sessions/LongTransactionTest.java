package io.tenantry.core.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that never stops using its transaction must not keep the other writers out. */
class LongTransactionTest {
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final Duration LONGEST = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private static DatabaseStatement statement(String sql) {
    return new DatabaseStatement(sql);
  }

  private static Tenant tenant(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().query(SHOP, new WorkspaceQuery("CREATE TABLE t (n INTEGER)"));
    return project
        .tenants()
        .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(SHOP))));
  }

  private static Optional<EngineException> failureOf(DatabaseSession session, String sql) {
    try {
      session.run(statement(sql));
      return Optional.empty();
    } catch (EngineException e) {
      return Optional.of(e);
    }
  }

  @Test
  void aTransactionInConstantUseIsRolledBackWhenItsTimeIsOver() {
    EngineConfig config =
        EngineConfig.at(folder)
            .withSessions(new SessionConfig(Duration.ofSeconds(10), LONGEST, 10));
    try (LocalEngine engine = LocalEngine.open(config)) {
      Project project = engine.open(Credential.owner());
      TenantConnection connection =
          tenant(project).databases().getFirst().connection().orElseThrow();
      DatabaseSession session =
          engine.database(
              new DatabaseLogin(connection.database(), connection.authToken().orElseThrow()));
      session.run(statement("BEGIN IMMEDIATE"));

      Optional<EngineException> ended = Optional.empty();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ended.isEmpty() && System.nanoTime() < deadline) {
        ended = failureOf(session, "INSERT INTO t VALUES (1)");
      }

      assertThat(ended).hasValueSatisfying(LongTransactionTest::assertExpired);
      project.queries().tenant(new TenantQuery(WAYNE, SHOP, "INSERT INTO t VALUES (2)"));
      assertThat(
              project
                  .queries()
                  .tenant(new TenantQuery(WAYNE, SHOP, "SELECT count(*), max(n) FROM t"))
                  .rows())
          .containsExactly(List.of(Value.of(1), Value.of(2)));
    }
  }

  private static void assertExpired(EngineException error) {
    assertThat(error.detail("reason")).contains("session_expired");
    assertThat(error.message())
        .isEqualTo(
            "The session had a transaction open for 300 ms and has ended; its transaction was"
                + " rolled back");
  }
}
