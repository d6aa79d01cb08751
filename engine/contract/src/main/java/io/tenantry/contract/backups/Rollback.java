package io.tenantry.contract.backups;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of putting a backup back.
 *
 * @param storagePath the backup
 * @param blueprint whose database was to be replaced
 * @param status how far it is
 * @param safetyPath the backup of what was there before; absent until it is taken, and when nothing
 *     was touched
 * @param error why it failed; the database is as it was then
 * @param createdAt when it was asked for, UTC, whole seconds
 * @param completedAt when it ended
 */
public record Rollback(
    String storagePath,
    WorkspaceName blueprint,
    BackupStatus status,
    Optional<String> safetyPath,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> completedAt) {}
