package io.tenantry.core.backups;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Step 1 of a rollback: checks whether it may begin, and notes that it does. */
final class RollbackStart {
  /** Names the operations of this feature. */
  static final String KIND = "rollback";

  private RollbackStart() {}

  /** Returns what has to be carried out now. */
  static RollbackRow write(Handle handle, BackupRow backup, Instant now) {
    backup.requireDone();
    RollbackRepository.openDeployment(handle, backup.blueprintId())
        .ifPresent(
            deployment -> {
              throw EngineException.conflict(
                  ConflictKind.BUSY,
                  "Deployment %s to blueprint '%s' is running. Try again later."
                      .formatted(deployment, backup.blueprint()));
            });
    return begin(handle, backup, now);
  }

  /** As {@link #write}, for a deployment that puts backups back itself. */
  static RollbackRow begin(Handle handle, BackupRow backup, Instant now) {
    backup.requireDone();
    TenantPlace place =
        BackupTargetRepository.of(handle, backup.tenantId(), backup.blueprintId())
            .orElseThrow(
                () ->
                    EngineException.notFound(
                        "Tenant '%s' does not have blueprint '%s'"
                            .formatted(backup.tenant(), backup.blueprint())))
            .place();
    TenantOperationRepository.begin(
        handle, backup.project(), backup.tenant(), KIND, TenantStatus.RESTORING, "{}", now);
    int generation = TenantOperationRepository.nextGeneration(handle, backup.tenantId(), place);
    RollbackRepository.insert(handle, backup, generation, now);
    return RollbackRepository.running(handle, backup.tenantId()).orElseThrow();
  }
}
