package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept to undo a recovery goes when its time is up, and not before. */
class RecoveryExpiryTest {
  private static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  private LocalEngine open() {
    return LocalEngine.open(EngineConfig.at(folder).withClock(clock));
  }

  @Test
  void theFileFromBeforeIsKeptForADayAndThenDeleted() throws IOException {
    try (LocalEngine engine = open()) {
      Project project = engine.open(Credential.owner());
      prepare(project);
      insert(project, "a@b");
      Instant one = clock.instant();
      clock.advance(Duration.ofHours(1));
      insert(project, "b@b");
      clock.advance(Duration.ofHours(1));
      project.recovery().recover(new RecoverTenant(WAYNE, one));
      settle(project);

      assertThat(rows(project)).isEqualTo(Value.of(1));
      assertThat(files()).hasSize(2);
      clock.advance(Duration.ofHours(23));
      assertThat(project.tenants().get(WAYNE).recoveryUndo().orElseThrow().expiresIn())
          .isEqualTo("1h 0m");
      clock.advance(Duration.ofHours(1));
      assertThat(project.tenants().get(WAYNE).recoveryUndo()).isEmpty();
      assertThatThrownBy(() -> project.recovery().undo(WAYNE))
          .hasMessage("Nothing to undo for tenant 'wayne'");
      assertThat(project.tenants().get(WAYNE).status()).isEqualTo(TenantStatus.READY);
    }
    try (LocalEngine engine = open()) {
      await(() -> files().size() == 1);
      assertThat(rows(engine.open(Credential.owner()))).isEqualTo(Value.of(1));
    }
  }

  private static void prepare(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().importSchema(MAIN, new ImportSchema.FromTemplate("fintech"));
    project
        .tenants()
        .create(
            new CreateTenant(WAYNE, List.of(new TenantDatabaseRequest(MAIN, 2, Optional.empty()))));
    settle(project);
  }

  private static void settle(Project project) {
    await(() -> project.tenants().get(WAYNE).status() == TenantStatus.READY);
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    try {
      while (!condition.holds()) {
        assertThat(System.nanoTime()).as("patience").isLessThan(end);
        LockSupport.parkNanos(1_000_000);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void insert(Project project, String email) {
    project
        .queries()
        .tenant(
            new TenantQuery(
                WAYNE, MAIN, "INSERT INTO users (email, name) VALUES ('" + email + "', 'A')"));
  }

  private static Value rows(Project project) {
    return project
        .queries()
        .tenant(new TenantQuery(WAYNE, MAIN, "SELECT count(*) FROM users"))
        .rows()
        .getFirst()
        .getFirst();
  }

  private List<Path> files() {
    return LiveFolder.databases(folder.resolve("hosts"));
  }
}
