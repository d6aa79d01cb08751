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
import java.util.stream.IntStream;

/**
 * A process that recovers a tenant and undoes it, over and over, until it drops dead; or that begins
 * to recover many tenants and drops dead at once.
 */
public final class DoomedRecovery {
  static final WorkspaceName MAIN = new WorkspaceName("main");
  static final TenantId WAYNE = new TenantId("wayne");
  static final List<TenantId> MANY =
      IntStream.range(0, 24).mapToObj(i -> new TenantId("t" + i)).toList();
  private static final String ALL_AT_ONCE = "many";
  private static final long ONE_MILLI = 1_000_000;

  private DoomedRecovery() {}

  /**
   * Works on the folder named first; dies so many milliseconds after its first recovery, or when
   * many have begun.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Project project = LocalEngine.open(EngineConfig.at(folder)).open(Credential.owner());
    if (arguments[1].equals(ALL_AT_ONCE)) {
      recoverMany(project);
      DoomedProcess.die();
    }
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

  private static void recoverMany(Project project) {
    blueprint(project);
    MANY.forEach(each -> create(project, each));
    MANY.forEach(each -> insert(project, each, "a@b"));
    Instant between = Instant.now();
    LockSupport.parkNanos(ONE_MILLI);
    MANY.forEach(each -> insert(project, each, "b@b"));
    MANY.forEach(each -> project.recovery().recover(new RecoverTenant(each, between)));
  }

  /** Makes a tenant with two rows; returns a time between them. */
  static Instant prepare(Project project) {
    blueprint(project);
    create(project, WAYNE);
    insert(project, WAYNE, "a@b");
    Instant between = Instant.now();
    LockSupport.parkNanos(ONE_MILLI);
    insert(project, WAYNE, "b@b");
    return between;
  }

  private static void blueprint(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().importSchema(MAIN, new ImportSchema.FromTemplate("fintech"));
  }

  private static void create(Project project, TenantId tenant) {
    project
        .tenants()
        .create(
            new CreateTenant(
                tenant, List.of(new TenantDatabaseRequest(MAIN, 2, Optional.empty()))));
    settled(project, tenant);
  }

  private static void insert(Project project, TenantId tenant, String email) {
    project
        .queries()
        .tenant(
            new TenantQuery(
                tenant, MAIN, "INSERT INTO users (email, name) VALUES ('" + email + "', 'A')"));
  }

  static Tenant settled(Project project) {
    return settled(project, WAYNE);
  }

  static Tenant settled(Project project, TenantId tenant) {
    Tenant now = project.tenants().get(tenant);
    while (now.status() != TenantStatus.READY) {
      LockSupport.parkNanos(ONE_MILLI);
      now = project.tenants().get(tenant);
    }
    return now;
  }

  static Value rows(Project project) {
    return rows(project, WAYNE);
  }

  static Value rows(Project project, TenantId tenant) {
    return project
        .queries()
        .tenant(new TenantQuery(tenant, MAIN, "SELECT count(*) FROM users"))
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

  /** Runs the process that begins many recoveries until it is dead. */
  static void runMany(Path folder) throws IOException, InterruptedException {
    DoomedProcess.run(
        DoomedRecovery.class, folder.resolveSibling("log"), folder.toString(), ALL_AT_ONCE);
  }
}
