package io.tenantry.contract.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Copies of tenant databases. Reading lists needs the role read, everything else admin
 * (ROLE_REQUIRED). Keys with a tenant scope may only read lists; keys with a workspace scope reach
 * the backups of its blueprint (SCOPE_DENIED). Every call on an id that does not exist is NOT_FOUND
 * {@code Tenant not found: x}; on a path that is not in the tenant's list, NOT_FOUND {@code Backup
 * not found: x}; without a path, BAD_REQUEST {@code storage_path is required}.
 *
 * <p>A backup is what a tenant's database was at one instant, compressed, with a checksum that is
 * checked whenever it is used. Backups outlive the trash and go when the tenant is destroyed.
 */
public interface Backups {
  /** Longest storage path. */
  int MAX_PATH = 500;

  /**
   * Starts a backup of each of the tenant's databases and returns; {@link #list} says when they are
   * done. Queries go on meanwhile.
   *
   * @throws EngineException CONFLICT with the documented text in a state without a stable database
   *     (provisioning, restoring, recovering, migrating, in trash); RATE_LIMITED {@code rate limit
   *     exceeded: max 5 backups per hour} with details {@code retry_after_seconds} beyond the
   *     project's tier, unless all databases have isolation level 2
   */
  StartedBackup create(TenantId tenant);

  /** Lists the backups of a tenant, newest first, also while it is in the trash. */
  List<Backup> list(TenantId tenant);

  /**
   * Starts to replace a database of the tenant by what is in a backup of it, and returns. The
   * tenant is restoring meanwhile: queries are refused. First the backup's checksum is verified,
   * then a safety backup of what is there is taken, then the backup is put in its place in one
   * step; if anything fails before that, the database is as it was. {@link #rollbacks} says how it
   * ended. The database then has the version that the backup has.
   *
   * @throws EngineException CONFLICT unless the tenant is ready (the documented texts), the backup
   *     is done, and no deployment to its blueprint runs
   */
  StartedRollback rollback(TenantId tenant, String storagePath);

  /** Lists the rollbacks of a tenant, newest first: what became of them. */
  List<Rollback> rollbacks(TenantId tenant);

  /**
   * Checks that a backup can be put back: its checksum, that it can be decompressed, and that the
   * database in it is sound. The result is kept: a whole one is done and has the time, a damaged
   * one has failed and says why. Returns when that is known.
   *
   * @throws EngineException CONFLICT while it runs, or when it failed without leaving a file
   */
  Backup verify(TenantId tenant, String storagePath);

  /**
   * Returns what was noted about the database when the backup was taken (an extension); empty for
   * backups of before notes were kept, and for those without a file.
   */
  Optional<BackupNotes> notes(TenantId tenant, String storagePath);

  /**
   * Makes a new tenant with one database on the shared host, which has the content and the version
   * of a backup, and a password of its own. All or nothing, also after a crash.
   *
   * @return the new tenant with its connection
   * @throws EngineException CONFLICT {@code Tenant 'x' already exists}, when the id is in the trash
   *     (the documented text), unless the backup is done, or when it is damaged; FORBIDDEN when the
   *     tier does not allow another tenant
   */
  Tenant restore(TenantId tenant, RestoreBackup request);

  /**
   * Deletes a backup for good.
   *
   * @throws EngineException CONFLICT while it runs or is being put back
   */
  void delete(TenantId tenant, String storagePath);

  /**
   * Opens the compressed file of a backup for reading; a database of any size needs little memory.
   *
   * @throws EngineException CONFLICT unless the backup is done
   */
  BackupContent open(TenantId tenant, String storagePath);

  /**
   * Writes the compressed file of a backup to a file, which is there only when all of it arrived
   * and its checksum is right.
   *
   * @param target replaced when it exists; its folder must exist
   * @throws EngineException as {@link #open}; CONFLICT when the checksum differs; INTERNAL_ERROR
   *     when the file cannot be written
   */
  default void download(TenantId tenant, String storagePath, Path target) {
    try (BackupContent content = open(tenant, storagePath)) {
      BackupDownload.write(content, target);
    } catch (IOException e) {
      throw EngineException.internal("Cannot write " + target, e);
    }
  }
}
