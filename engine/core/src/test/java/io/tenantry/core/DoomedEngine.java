package io.tenantry.core;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A process that drops dead in the middle of its work, without closing anything. */
public final class DoomedEngine {
  static final WorkspaceName SHOP = new WorkspaceName("shop");
  static final int TENANTS = 300;
  private static final int MOST_FILES = 200;
  private static final int FEW_TENANTS = 20;
  private static final long ONE_MILLI = 1_000_000;

  private final Path folder;
  private final Project project;

  private DoomedEngine(Path folder) {
    this.folder = folder;
    this.project = LocalEngine.open(EngineConfig.at(folder)).open(Credential.owner());
  }

  /** Opens the folder named first, and dies while {@code provisioning} or {@code deploying}. */
  public static void main(String[] arguments) {
    DoomedEngine engine = new DoomedEngine(Path.of(arguments[0]));
    switch (arguments[1]) {
      case "provisioning" -> engine.dieProvisioning();
      case "deploying" -> engine.dieDeploying();
      case "importing" -> engine.dieImporting(Path.of(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[1]);
    }
  }

  /** Runs the process until it is dead. */
  static void run(Path folder, String during, String... more)
      throws IOException, InterruptedException {
    String[] arguments =
        Stream.concat(Stream.of(folder.toString(), during), Stream.of(more)).toArray(String[]::new);
    DoomedProcess.of(DoomedEngine.class, arguments).inheritIO().start().waitFor();
  }

  static List<String> names() {
    return IntStream.range(0, TENANTS).mapToObj("tenant-%03d"::formatted).toList();
  }

  private void dieProvisioning() {
    design();
    Thread.ofPlatform().daemon().start(this::provision);
    dieWhen(() -> files(folder.resolve("hosts")) >= MOST_FILES);
  }

  private void dieDeploying() {
    design();
    provision();
    project
        .workspaces()
        .query(
            SHOP,
            new WorkspaceQuery(
                "ALTER TABLE customers ADD COLUMN vip INTEGER NOT NULL DEFAULT 0;"
                    + "CREATE INDEX customers_vip ON customers (vip)"));
    DeploymentId id = project.deployments().create(new CreateDeployment(SHOP)).jobId();
    dieWhen(() -> project.deployments().get(id).completedTenants() >= FEW_TENANTS);
  }

  /** Starts a full import where there is no workspace yet, one into its tenants otherwise. */
  private void dieImporting(Path source) {
    StartImport request =
        new StartImport(new SourceConnection.SqliteFile(source.toString()), "tenant_id");
    if (project.workspaces().list().isEmpty()) {
      project
          .workspaces()
          .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
      ImportId id = project.imports().startFull(SHOP, request).data().importId();
      dieWhen(() -> project.imports().status(SHOP, id).tenantsDone() >= FEW_TENANTS);
    } else {
      ImportId id = project.imports().start(SHOP, request).importId();
      dieWhen(() -> project.imports().status(SHOP, id).tenantsDone() >= FEW_TENANTS);
    }
  }

  private void design() {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().importSchema(SHOP, new ImportSchema.FromTemplate("ecommerce"));
  }

  private void provision() {
    project
        .tenants()
        .createMany(new CreateTenants(names(), List.of(TenantDatabaseRequest.shared(SHOP))));
  }

  private static void dieWhen(BooleanSupplier isTime) {
    while (!isTime.getAsBoolean()) {
      LockSupport.parkNanos(ONE_MILLI);
    }
    Runtime.getRuntime().halt(1);
  }

  static long files(Path below) {
    return LiveFolder.databases(below).size();
  }
}
