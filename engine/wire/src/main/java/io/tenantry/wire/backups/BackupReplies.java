package io.tenantry.wire.backups;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupNotes;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.backups.StartedBackup;
import io.tenantry.contract.backups.StartedRollback;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bodies and replies of backups. */
public final class BackupReplies {
  private BackupReplies() {}

  /**
   * The body of a call about one backup.
   *
   * @param storagePath its name, exactly as in the list
   */
  public record Named(String storagePath) {}

  /**
   * A started backup.
   *
   * @param message what was started
   * @param tenantId the tenant
   * @param type why it is taken
   * @param timestamp its name in time
   * @param paths one per database
   */
  public record Started(
      String message, TenantId tenantId, BackupType type, String timestamp, List<String> paths) {
    /** Writes a started backup. */
    public static Started of(StartedBackup started) {
      return new Started(
          "Backup scheduled for tenant: " + started.tenantId(),
          started.tenantId(),
          started.type(),
          started.timestamp(),
          started.paths());
    }

    /** Returns the contract's value. */
    public StartedBackup started() {
      return new StartedBackup(tenantId, type, timestamp, paths);
    }
  }

  /**
   * The backups of a tenant.
   *
   * @param tenantId the tenant
   * @param count number of backups
   * @param backups newest first
   */
  public record Listed(TenantId tenantId, int count, List<Item> backups) {
    /** Counts the backups. */
    public static Listed of(TenantId tenant, List<Backup> backups) {
      return new Listed(tenant, backups.size(), backups.stream().map(Item::of).toList());
    }

    /** Returns the contract's values. */
    public List<Backup> list() {
      return backups.stream().map(Item::backup).toList();
    }
  }

  /**
   * A backup; {@code database_type} is in lower case here, unlike elsewhere.
   *
   * @param type why it was taken
   * @param date its name in time
   * @param databaseType kind of the database, lower case
   * @param storagePath its name
   * @param sizeBytes size of the compressed file; 0 while there is none
   * @param createdAt when it was asked for
   * @param status how far it is (an extension, as what follows)
   * @param blueprint whose database it is
   * @param version the version that the database in it has
   * @param databaseBytes size of the database in it; 0 while there is none
   * @param sha256 checksum of the compressed file
   * @param completedAt when it ended
   * @param verifiedAt when it was last found to be whole
   * @param error why it failed
   */
  public record Item(
      BackupType type,
      String date,
      String databaseType,
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
      Optional<String> error) {
    static Item of(Backup backup) {
      return new Item(
          backup.type(),
          backup.date(),
          backup.databaseType().code().toLowerCase(Locale.ROOT),
          backup.storagePath(),
          backup.sizeBytes(),
          backup.createdAt(),
          backup.status(),
          backup.blueprint(),
          backup.version(),
          backup.databaseBytes(),
          backup.sha256(),
          backup.completedAt(),
          backup.verifiedAt(),
          backup.error());
    }

    /** Returns the contract's value. */
    public Backup backup() {
      return new Backup(
          type,
          date,
          typeOf(databaseType),
          storagePath,
          sizeBytes,
          createdAt,
          status,
          blueprint,
          version,
          databaseBytes,
          sha256,
          completedAt,
          verifiedAt,
          error);
    }

    private static DatabaseType typeOf(String lowerCase) {
      return Arrays.stream(DatabaseType.values())
          .filter(type -> type.code().toLowerCase(Locale.ROOT).equals(lowerCase))
          .findFirst()
          .orElse(DatabaseType.SQLITE);
    }
  }

  /**
   * A started rollback.
   *
   * @param message what was started
   * @param tenantId the tenant
   * @param status where it stands now
   * @param paths what is put back
   */
  public record RollingBack(
      String message, TenantId tenantId, TenantStatus status, List<String> paths) {
    /** Writes a started rollback. */
    public static RollingBack of(StartedRollback started) {
      return new RollingBack(
          "Rollback scheduled for tenant: " + started.tenantId(),
          started.tenantId(),
          started.status(),
          started.paths());
    }

    /** Returns the contract's value. */
    public StartedRollback started() {
      return new StartedRollback(tenantId, status, paths);
    }
  }

  /**
   * What became of rollbacks.
   *
   * @param tenantId the tenant
   * @param count number of rollbacks
   * @param rollbacks newest first
   */
  public record Rollbacks(TenantId tenantId, int count, List<Rollback> rollbacks) {
    /** Counts the rollbacks. */
    public static Rollbacks of(TenantId tenant, List<Rollback> rollbacks) {
      return new Rollbacks(tenant, rollbacks.size(), rollbacks);
    }
  }

  /**
   * What a look at a backup found.
   *
   * @param message whether it is whole
   * @param tenantId the tenant
   * @param verified whether it can be put back
   * @param backup the backup as it is noted now
   */
  public record Verified(String message, TenantId tenantId, boolean verified, Item backup) {
    /** Says what was found. */
    public static Verified of(TenantId tenant, Backup backup) {
      boolean whole = backup.status() == BackupStatus.DONE;
      return new Verified(
          "Backup "
              + backup.storagePath()
              + (whole ? " is whole" : " is damaged: " + backup.error().orElse("unknown")),
          tenant,
          whole,
          Item.of(backup));
    }
  }

  /**
   * What was noted when a backup was taken.
   *
   * @param storagePath its name
   * @param notes absent for backups of before notes were kept
   */
  public record Noted(String storagePath, Optional<BackupNotes> notes) {}

  /**
   * A deleted backup.
   *
   * @param message what was done
   * @param tenantId the tenant
   * @param storagePath its name
   */
  public record Deleted(String message, TenantId tenantId, String storagePath) {
    /** Says what was done. */
    public static Deleted of(TenantId tenant, String storagePath) {
      return new Deleted("Backup deleted: " + storagePath, tenant, storagePath);
    }
  }
}
