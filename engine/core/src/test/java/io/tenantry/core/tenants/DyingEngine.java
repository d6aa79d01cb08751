package io.tenantry.core.tenants;

import static io.tenantry.core.DoomedProcess.dieWhen;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.DoomedProcess;
import io.tenantry.core.LiveFolder;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An engine in a process of its own that dies, without any goodbye, in the middle of its work. */
public final class DyingEngine {
  /** Tenants whose makers were told that they come just before the process dies. */
  public static final List<String> PROMISED = List.of("one", "mixed", "many1", "many2", "had");

  private static final CreateDeployment SHOP = new CreateDeployment(new WorkspaceName("shop"));

  private static final DeploymentStrategy STAGES =
      DeploymentStrategy.stages(Share.percent(50), Share.percent(100)).withPauses();

  private DyingEngine() {}

  /** Returns names for many tenants. */
  public static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "t" + (10_000 + i)).toList();
  }

  /** Does what the first argument says to a data folder until it dies. */
  public static void main(String[] arguments) {
    Fleet fleet = new Fleet(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "deploy" -> deploy(fleet, SHOP);
      case "stages" -> deploy(fleet, SHOP.with(DeploymentOptions.defaults().withStrategy(STAGES)));
      case "pause", "cancel" -> halt(fleet, arguments[0]);
      case "try" -> tryOut(fleet);
      case "undo" -> undo(fleet);
      case "promise" -> promise(fleet);
      default -> create(fleet);
    }
  }

  private static void deploy(Fleet fleet, CreateDeployment request) {
    dieWhen(() -> fleet.number("SELECT count(*) FROM tenant_database WHERE minor > 1") > 0);
    fleet.await(fleet.deployments().create(request).jobId());
  }

  /** Dies right behind the word, while the first tenant is in work for sure. */
  private static void halt(Fleet fleet, String word) {
    SqliteDatabase held = hold(fleet, names(1).getFirst());
    DeploymentId id = fleet.deployments().create(SHOP).jobId();
    while (fleet.number("SELECT count(*) FROM tenant_database WHERE minor > 1") == 0) {
      Thread.onSpinWait();
    }
    if (word.equals("pause")) {
      fleet.deployments().pause(id);
    } else {
      fleet.deployments().cancel(id);
    }
    Reference.reachabilityFence(held);
    DoomedProcess.die();
  }

  /** Keeps the engine from writing to a tenant's file as long as what it returns is open. */
  private static SqliteDatabase hold(Fleet fleet, String tenant) {
    SqliteDatabase database = fleet.sqlite.open(OpenOptions.engine(fleet.file(tenant, "shop")));
    database.execute("BEGIN IMMEDIATE");
    return database;
  }

  private static void tryOut(Fleet fleet) {
    dieWhen(() -> fleet.number("SELECT count(*) FROM deployment_tenant WHERE state='done'") > 0);
    fleet.await(
        fleet.deployments().create(SHOP.with(DeploymentOptions.defaults().asDryRun())).jobId());
  }

  /** Dies while copies are put back. */
  private static void undo(Fleet fleet) {
    DeploymentId done =
        fleet
            .deployments()
            .create(SHOP.with(DeploymentOptions.defaults().withSafetyBackup(true)))
            .jobId();
    fleet.await(done);
    dieWhen(() -> fleet.number("SELECT count(*) FROM tenant_rollback WHERE status='done'") > 2);
    fleet.await(fleet.deployments().undo(done, UndoDeployment.fromBackups()).jobId());
  }

  private static void create(Fleet fleet) {
    Path hosts = fleet.folder.root().resolve("hosts");
    dieWhen(() -> files(hosts) > 60);
    fleet.createMany(names(600), "shop");
  }

  private static void promise(Fleet fleet) {
    TenantDatabaseRequest shop =
        new TenantDatabaseRequest(new WorkspaceName("shop"), 2, Optional.of("us-east"));
    TenantDatabaseRequest crm = TenantDatabaseRequest.shared(new WorkspaceName("crm"));
    fleet.create("had", "crm");
    fleet.tenants().create(new CreateTenant(new TenantId("one"), List.of(shop)));
    fleet.tenants().create(new CreateTenant(new TenantId("mixed"), List.of(crm, shop)));
    fleet.tenants().createMany(new CreateTenants(List.of("many1", "many2"), List.of(shop)));
    fleet.tenants().create(new CreateTenant(new TenantId("had"), List.of(shop)));
    DoomedProcess.die();
  }

  private static long files(Path folder) {
    return LiveFolder.databases(folder).size();
  }

  /** Starts the process, waits for its death, and returns what it ended with. */
  public static int run(String what, Path data) throws Exception {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    return DoomedProcess.run(DyingEngine.class, log, what, data.toString());
  }
}
