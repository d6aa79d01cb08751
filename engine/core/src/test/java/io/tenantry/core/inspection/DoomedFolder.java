package io.tenantry.core.inspection;

import static io.tenantry.core.DoomedProcess.dieWhen;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.DoomedProcess;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LiveFolder;
import io.tenantry.core.LocalEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A process that works on a folder in which somebody has lived, and drops dead meanwhile. */
public final class DoomedFolder {
  private static final int MANY = 300;
  private static final int MOST_FILES = 60;
  private static final String GROW =
      "INSERT INTO notes (body) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
          + " WHERE i < 3000) SELECT hex(randomblob(5000)) FROM n";

  private final Path folder;
  private final Project project;

  private DoomedFolder(Path folder) {
    this.folder = folder;
    this.project = LocalEngine.open(EngineConfig.at(folder)).open(Credential.owner());
  }

  /** Opens the folder named first, and dies while doing what is named second. */
  public static void main(String[] arguments) {
    DoomedFolder doomed = new DoomedFolder(Path.of(arguments[0]));
    switch (arguments[1]) {
      case "writing" -> doomed.dieWriting();
      case "provisioning" -> doomed.dieProvisioning();
      case "moving" -> doomed.dieMoving();
      case "rollback" -> doomed.dieRollingBack();
      case "recovering" -> doomed.dieRecovering();
      default -> throw new IllegalArgumentException(arguments[1]);
    }
    LivedInFolder.await(() -> false);
  }

  private void dieWriting() {
    for (int i = 0; i < 20; i++) {
      insert(LivedInFolder.SHARED, "INSERT INTO notes (body) VALUES ('last words')");
      insert(LivedInFolder.OWN, "INSERT INTO notes (body) VALUES ('last words')");
    }
    DoomedProcess.die();
  }

  private void insert(TenantId tenant, String sql) {
    project.queries().tenant(new TenantQuery(tenant, LivedInFolder.SHOP, sql));
  }

  private void dieProvisioning() {
    List<String> names = IntStream.range(0, MANY).mapToObj("late-%d"::formatted).toList();
    dieWhen(() -> count("shop__late-.*") > MOST_FILES);
    project
        .tenants()
        .createMany(
            new CreateTenants(names, List.of(TenantDatabaseRequest.shared(LivedInFolder.SHOP))));
  }

  private void dieMoving() {
    insert(LivedInFolder.SHARED, GROW);
    dieWhen(() -> count("us-east/.*shop__shared.*") > 0);
    project
        .tenants()
        .changeIsolation(
            LivedInFolder.SHARED, ChangeIsolation.toRegion(LivedInFolder.SHOP, "us-east"));
  }

  /** Going back to a large database takes so long that the end of it cannot come first. */
  private void dieRollingBack() {
    insert(LivedInFolder.SHARED, GROW);
    String path = LivedInFolder.backUp(project, LivedInFolder.SHARED);
    long before = count("shop__shared.*");
    dieWhen(() -> count("shop__shared.*") > before);
    project.backups().rollback(LivedInFolder.SHARED, path);
  }

  private void dieRecovering() {
    insert(LivedInFolder.OWN, GROW);
    Instant grown = Instant.now();
    LivedInFolder.await(() -> Instant.now().isAfter(grown));
    insert(LivedInFolder.OWN, "DELETE FROM notes");
    long before = count("shop__own.*");
    dieWhen(() -> count("shop__own.*") > before || isHalfWritten());
    project.recovery().recover(new RecoverTenant(LivedInFolder.OWN, grown));
  }

  private boolean isHalfWritten() {
    return LiveFolder.files(folder.resolve("hosts")).stream()
        .anyMatch(file -> file.toString().endsWith(".db.part"));
  }

  private long count(String name) {
    return LiveFolder.databases(folder.resolve("hosts")).stream()
        .filter(file -> file.toString().matches(".*" + name + "\\.db"))
        .count();
  }

  /** Runs the process until it is dead; returns whether it died as it should. */
  static boolean run(Path folder, String during) throws IOException, InterruptedException {
    Path log = folder.resolveSibling(during + ".log");
    return DoomedProcess.run(DoomedFolder.class, log, folder.toString(), during)
        == DoomedProcess.DIED;
  }
}
