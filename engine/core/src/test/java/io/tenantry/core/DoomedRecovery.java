package io.tenantry.core;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A process that recovers a tenant and undoes it, over and over, until it drops dead. */
public final class DoomedRecovery {
  static final WorkspaceName MAIN = new WorkspaceName("main");
  static final TenantId WAYNE = new TenantId("wayne");
  private static final long ONE_MILLI = 1_000_000;

  private DoomedRecovery() {}

  /** Works on the folder named first; dies so many milliseconds after its first recovery. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Project project = LocalEngine.open(EngineConfig.at(folder)).open(Credential.owner());
    Path time = folder.resolveSibling("time");
    if (!Files.exists(time)) {
      Files.writeString(time, prepare(project).toString());
    }
    Instant target = Instant.parse(Files.readString(time));
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              LockSupport.parkNanos(Long.parseLong(arguments[1]) * ONE_MILLI);
              Runtime.getRuntime().halt(1);
            });
    while (true) {
      if (settled(project).recoveryUndo().isEmpty()) {
        project.recovery().recover(new RecoverTenant(WAYNE, target));
      } else {
        project.recovery().undo(WAYNE);
      }
    }
  }

  private static Instant prepare(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().importSchema(MAIN, new ImportSchema.FromTemplate("fintech"));
    project
        .tenants()
        .create(
            new CreateTenant(WAYNE, List.of(new TenantDatabaseRequest(MAIN, 2, Optional.empty()))));
    settled(project);
    insert(project, "a@b");
    Instant between = Instant.now();
    LockSupport.parkNanos(ONE_MILLI);
    insert(project, "b@b");
    return between;
  }

  private static void insert(Project project, String email) {
    project
        .queries()
        .tenant(
            new TenantQuery(
                WAYNE, MAIN, "INSERT INTO users (email, name) VALUES ('" + email + "', 'A')"));
  }

  static Tenant settled(Project project) {
    Tenant now = project.tenants().get(WAYNE);
    while (now.status() != TenantStatus.READY) {
      LockSupport.parkNanos(ONE_MILLI);
      now = project.tenants().get(WAYNE);
    }
    return now;
  }

  static Value rows(Project project) {
    return project
        .queries()
        .tenant(new TenantQuery(WAYNE, MAIN, "SELECT count(*) FROM users"))
        .rows()
        .getFirst()
        .getFirst();
  }

  /** Runs the process until it is dead. */
  static void run(Path folder, int millis) throws IOException, InterruptedException {
    DoomedProcess.of(DoomedRecovery.class, folder.toString(), Integer.toString(millis))
        .inheritIO()
        .start()
        .waitFor();
  }
}
