package io.tenantry.core.backups;

import static io.tenantry.core.DoomedProcess.dieWhen;
import static io.tenantry.core.backups.BackedUpEngine.WAYNE;

import io.tenantry.contract.backups.BackupRunId;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.DoomedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An engine in a process of its own that dies, without any goodbye, in the middle of a backup. */
public final class DyingBackups {
  static final TenantId COPY = new TenantId("copy");
  private static final String SLOW_READ =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)"
          + " SELECT count(*) FROM n, notes";

  private final BackedUpEngine engine;

  private DyingBackups(Path data) {
    engine = new BackedUpEngine(data);
  }

  /** Opens the data folder named second, and dies in the step named first. */
  public static void main(String[] arguments) {
    DyingBackups dying = new DyingBackups(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "copying" -> dying.dieInBackup(1);
      case "compressing" -> dying.dieInBackup(2);
      case "unpacking" -> dying.dieUnpacking();
      case "switched" -> dying.dieSwitched();
      case "restoring" -> dying.dieRestoring();
      case "run" -> dying.dieInRun();
      case "drill" -> dying.dieInDrill();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    DoomedProcess.awaitDeath();
  }

  /** Dies when so many scratch files have content: first the copy, then the compressed one. */
  private void dieInBackup(int filled) {
    Path scratch = engine.backups().resolve(".scratch");
    dieWhen(
        () -> filesIn(scratch).stream().filter(file -> sizeOf(file) > 100_000).count() >= filled);
    engine.project.backups().create(WAYNE);
  }

  /** Dies when a run is through with some of its tenants. */
  private void dieInRun() {
    BackupRunId run =
        engine
            .project
            .backupFleet()
            .start(StartBackups.matching(CoverageFilter.none(), List.of()))
            .id();
    dieWhen(() -> engine.project.backupFleet().run(run).done() > 1);
  }

  /** Dies while a backup lies restored in a scratch file. */
  private void dieInDrill() {
    Path scratch = engine.backups().resolve(".scratch");
    dieWhen(() -> filesIn(scratch).stream().anyMatch(file -> sizeOf(file) > 1_000_000));
    engine.project.drills().start(StartDrill.of(List.of(WAYNE)));
  }

  private void dieUnpacking() {
    Path old = engine.databaseFiles().getFirst();
    Path made = old.resolveSibling("shop__wayne.1.db");
    dieWhen(() -> sizeOf(made) > 1_000_000);
    engine.project.backups().rollback(WAYNE, path());
  }

  /** A reader keeps the old file from going, so that there is time to die before it goes. */
  private void dieSwitched() {
    Thread.ofPlatform().daemon().start(() -> engine.run(SLOW_READ));
    BackedUpEngine.awaitTrue(() -> engine.project.status().openConnections().orElseThrow() > 0);
    engine.project.backups().rollback(WAYNE, path());
    dieWhen(
        () -> engine.project.backups().rollbacks(WAYNE).getFirst().status() == BackupStatus.DONE);
  }

  private void dieRestoring() {
    Path made = engine.hosts();
    dieWhen(
        () ->
            BackedUpEngine.filesBelow(made).stream()
                .anyMatch(
                    file ->
                        file.getFileName().toString().equals("shop__copy.db")
                            && sizeOf(file) > 1_000_000));
    engine.project.backups().restore(WAYNE, new RestoreBackup(path(), COPY));
  }

  private String path() {
    return engine.project.backups().list(WAYNE).getFirst().storagePath();
  }

  private static List<Path> filesIn(Path folder) {
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException notThereYet) {
      return List.of();
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException notThereYet) {
      return 0;
    }
  }

  /** Starts the process, waits for its death, and returns what it ended with. */
  static int run(String step, Path data) throws Exception {
    Path log = data.resolveSibling(data.getFileName() + "-" + step + ".log");
    return DoomedProcess.run(DyingBackups.class, log, step, data.toString());
  }
}
