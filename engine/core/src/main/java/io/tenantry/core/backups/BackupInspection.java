package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.inspection.CheckedDatabase;
import io.tenantry.core.inspection.Findings;
import io.tenantry.core.inspection.Fix;
import io.tenantry.core.inspection.Inspected;
import io.tenantry.core.inspection.Inspection;
import io.tenantry.core.inspection.Rescue;
import io.tenantry.core.inspection.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks whether each backup has its file, and whether that is what was written. */
public final class BackupInspection implements Inspection, Rescue {
  private static final int PAGE = 500;
  private static final String MISSING = "its file is missing";

  private final Packing packing = new Packing(() -> false);

  @Override
  public void run(Inspected folder, Findings findings) {
    BackupFiles files = new BackupFiles(folder.folder());
    long after = 0;
    List<BackupRow> page = page(folder, after);
    while (!page.isEmpty()) {
      folder.workers().map(page, backup -> look(folder, files.of(backup), backup, findings));
      after = page.getLast().id();
      page = page(folder, after);
    }
    new StrayBackups(folder, findings).run();
  }

  private static List<BackupRow> page(Inspected folder, long after) {
    return folder.catalog().read(handle -> BackupInspectionRepository.page(handle, after, PAGE));
  }

  private boolean look(Inspected folder, Path file, BackupRow backup, Findings findings) {
    if (backup.status() != BackupStatus.DONE) {
      return false;
    }
    Optional<String> fault = fault(file, backup, folder.quick());
    if (fault.isEmpty()) {
      findings.backup(backup.packed().sizeBytes());
      return true;
    }
    String why = fault.get();
    findings.add(
        Severity.ERROR,
        why.equals(MISSING) ? "backup_missing" : "backup_damaged",
        file,
        "Backup %s cannot be used: %s".formatted(backup.storagePath(), why),
        new Fix.Correct(
            "mark backup %s failed".formatted(backup.storagePath()),
            handle -> BackupRepository.damaged(handle, backup.id(), why)));
    return false;
  }

  private Optional<String> fault(Path file, BackupRow backup, boolean quick) {
    if (!Files.exists(file)) {
      return Optional.of(MISSING);
    }
    try {
      long size = Files.size(file);
      if (size != backup.packed().sizeBytes()) {
        return Optional.of(
            "it has %d bytes instead of %d".formatted(size, backup.packed().sizeBytes()));
      }
      if (!quick) {
        packing.requireWhole(file, backup.checksum());
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("it cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (EngineException e) {
      return Optional.of(e.message());
    }
  }

  @Override
  public Optional<String> of(Inspected folder, CheckedDatabase database) {
    BackupFiles files = new BackupFiles(folder.folder());
    return folder
        .catalog()
        .read(
            handle ->
                BackupInspectionRepository.done(
                    handle, database.tenantId(), database.blueprintId()))
        .stream()
        .filter(backup -> fault(files.of(backup), backup, false).isEmpty())
        .findFirst()
        .map(
            backup ->
                "Its newest whole backup is %s: roll back to it, or restore it into a new tenant"
                    .formatted(backup.storagePath()));
  }
}
