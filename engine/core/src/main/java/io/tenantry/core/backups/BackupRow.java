package io.tenantry.core.backups;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/** A backup as the catalog has it. */
record BackupRow(
    long id,
    ProjectId project,
    long tenantId,
    TenantId tenant,
    long blueprintId,
    WorkspaceName blueprint,
    BackupType type,
    String date,
    String storagePath,
    BackupStatus status,
    int minor,
    Packed packed,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> completedAt,
    Optional<Instant> verifiedAt) {

  /**
   * What is known about the compressed file.
   *
   * @param sizeBytes its size; 0 while there is none
   * @param databaseBytes size of the database in it
   * @param sha256 its checksum; absent while there is none
   */
  record Packed(long sizeBytes, long databaseBytes, Optional<String> sha256) {}

  /** Returns whether there is a compressed file. */
  boolean hasFile() {
    return packed.sha256().isPresent();
  }

  /** Returns the checksum of a backup that is done. */
  String checksum() {
    return packed.sha256().orElseThrow(() -> new IllegalStateException(storagePath + " has none"));
  }

  /**
   * Returns this backup, if it can be used.
   *
   * @throws EngineException CONFLICT saying why not
   */
  BackupRow requireDone() {
    return switch (status) {
      case DONE -> this;
      case RUNNING ->
          throw EngineException.conflict(
              ConflictKind.BUSY, "Backup %s is running. Try again later.".formatted(storagePath));
      case FAILED ->
          throw EngineException.conflict(
              ConflictKind.DAMAGED,
              "Backup %s failed: %s".formatted(storagePath, error.orElse("unknown")));
    };
  }

  /** Returns what callers see. */
  Backup view() {
    return new Backup(
        type,
        date,
        DatabaseType.SQLITE,
        storagePath,
        packed.sizeBytes(),
        createdAt,
        status,
        blueprint,
        new Version(1, minor),
        packed.databaseBytes(),
        packed.sha256(),
        completedAt,
        verifiedAt,
        error);
  }
}
