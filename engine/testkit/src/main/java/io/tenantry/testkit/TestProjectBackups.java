package io.tenantry.testkit;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunId;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrillId;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for the background work of backups in a project.
 *
 * @param project where
 */
public record TestProjectBackups(TestProject project) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_NANOS = 2_000_000;

  /** Takes a backup of a tenant with one database, and waits for its end. */
  public Backup take(TenantId tenant) {
    return ended(tenant, backups().create(tenant).paths().getFirst());
  }

  /** Waits for the end of a backup. */
  public Backup ended(TenantId tenant, String path) {
    return await(
        () ->
            backups().list(tenant).stream()
                .filter(backup -> backup.storagePath().equals(path))
                .filter(backup -> backup.status().ended())
                .findFirst());
  }

  /** Waits for the end of the newest rollback. */
  public Rollback rolledBack(TenantId tenant) {
    return await(
        () ->
            backups().rollbacks(tenant).stream()
                .limit(1)
                .filter(rollback -> rollback.status().ended())
                .findFirst());
  }

  /** Waits for the end of a run. */
  public BackupRun ended(BackupRunId run) {
    return await(
        () ->
            Optional.of(project.admin().backupFleet().run(run))
                .filter(now -> now.status() != BackupRun.Status.RUNNING));
  }

  /** Waits for the end of a drill. */
  public Drill ended(DrillId drill) {
    return await(
        () ->
            Optional.of(project.admin().drills().get(drill))
                .filter(now -> now.status() != Drill.Status.RUNNING));
  }

  private Backups backups() {
    return project.admin().backups();
  }

  private static <T> T await(Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not end in time");
      }
      LockSupport.parkNanos(POLL_NANOS);
      found = look.get();
    }
    return found.get();
  }
}
