package io.tenantry.contract.backups;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup of one database of a tenant.
 *
 * @param type why it was taken
 * @param date its name in time, UTC: {@code 2026-02-15T14-30-00}
 * @param databaseType kind of the database
 * @param storagePath its name: {@code
 *     sqlite/{type}/{date}/{project}_tenant_{tenant}__{blueprint}.db.gz}
 * @param sizeBytes size of the compressed file; 0 while there is none
 * @param createdAt when it was asked for, UTC, whole seconds
 * @param status how far it is (an extension, as what follows)
 * @param blueprint whose database it is
 * @param version the version of the blueprint that the database in it has; while it runs, the
 *     version known when it was asked for
 * @param databaseBytes size of the database in it; 0 while there is none
 * @param sha256 checksum of the compressed file, 64 hex digits; absent while there is none
 * @param completedAt when it ended
 * @param verifiedAt when it was last found to be whole
 * @param error why it failed
 */
public record Backup(
    BackupType type,
    String date,
    DatabaseType databaseType,
    String storagePath,
    long sizeBytes,
    Instant createdAt,
    BackupStatus status,
    WorkspaceName blueprint,
    Version version,
    long databaseBytes,
    Optional<String> sha256,
    Optional<Instant> completedAt,
    Optional<Instant> verifiedAt,
    Optional<String> error) {}
