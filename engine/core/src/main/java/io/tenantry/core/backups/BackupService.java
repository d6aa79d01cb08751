package io.tenantry.core.backups;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupContent;
import io.tenantry.contract.backups.BackupNotes;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.backups.StartedBackup;
import io.tenantry.contract.backups.StartedRollback;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.access.Caller;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.tenants.Refusals;
import io.tenantry.core.tenants.TenantAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The backups of a project as one caller may see and use them. Any thread. */
public final class BackupService implements Backups {
  private final BackupEngine engine;
  private final Caller caller;

  /** Creates the service for a caller; cheap. */
  public BackupService(BackupEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
  }

  static EngineException notFound(String storagePath) {
    return EngineException.notFound("Backup not found: " + storagePath);
  }

  /** The file of a backup is not what it was when it was made. */
  static EngineException damaged(BackupRow backup, EngineException reason) {
    return new EngineException(
            ErrorCode.CONFLICT,
            "Backup %s is damaged: %s".formatted(backup.storagePath(), reason.message()),
            Map.of(),
            reason)
        .because(ConflictKind.DAMAGED);
  }

  @Override
  public StartedBackup create(TenantId tenant) {
    caller.requireAdmin();
    List<BackupRow> announced =
        engine.catalog().write(handle -> announce(handle, targets(handle, tenant)));
    engine.start(announced);
    return new StartedBackup(
        tenant,
        BackupType.MANUAL,
        announced.getFirst().date(),
        announced.stream().map(BackupRow::storagePath).toList());
  }

  private List<BackupTarget> targets(Handle handle, TenantId tenant) {
    TenantAccess reached = work(handle, tenant);
    List<BackupTarget> targets =
        BackupTargetRepository.ofTenant(handle, caller.projectId(), tenant).stream()
            .filter(target -> reached.blueprints().contains(target.place().blueprint()))
            .toList();
    requireStable(tenant, targets);
    return targets;
  }

  private List<BackupRow> announce(Handle handle, List<BackupTarget> targets) {
    if (!targets.stream().allMatch(target -> target.place().isDedicated())) {
      BackupLimit.take(handle, caller.projectId(), caller.tier(), engine.clock().instant());
    }
    return engine.taking().announce(handle, targets, BackupType.MANUAL);
  }

  /**
   * Lets those pass whose databases are at rest.
   *
   * @throws EngineException CONFLICT with the documented text
   */
  static void requireStable(TenantId tenant, List<BackupTarget> targets) {
    TenantStatus status =
        targets.isEmpty() ? TenantStatus.PROVISIONING : targets.getFirst().status();
    if (!status.canBeBackedUp()) {
      throw Refusals.notQueryable(tenant, status);
    }
  }

  @Override
  public List<Backup> list(TenantId tenant) {
    caller.requireRead();
    return engine
        .catalog()
        .read(
            handle -> {
              TenantAccess reached = TenantAccess.of(handle, caller, tenant);
              return BackupRepository.ofTenant(handle, reached.tenantId()).stream()
                  .filter(backup -> reached.blueprints().contains(backup.blueprint()))
                  .map(BackupRow::view)
                  .toList();
            });
  }

  @Override
  public StartedRollback rollback(TenantId tenant, String storagePath) {
    caller.requireAdmin();
    RollbackRow started =
        engine
            .catalog()
            .write(
                handle -> {
                  BackupRow backup = get(handle, tenant, storagePath);
                  TenantAccess.whole(handle, caller, tenant);
                  return RollbackStart.write(handle, backup, engine.clock().instant());
                });
    engine.start(started);
    return new StartedRollback(tenant, TenantStatus.RESTORING, List.of(started.storagePath()));
  }

  @Override
  public List<Rollback> rollbacks(TenantId tenant) {
    caller.requireRead();
    return engine
        .catalog()
        .read(
            handle -> {
              TenantAccess reached = TenantAccess.of(handle, caller, tenant);
              return RollbackRepository.ofTenant(handle, reached.tenantId()).stream()
                  .filter(rollback -> reached.blueprints().contains(rollback.blueprint()))
                  .map(RollbackRow::view)
                  .toList();
            });
  }

  @Override
  public Backup verify(TenantId tenant, String storagePath) {
    caller.requireAdmin();
    BackupRow backup = engine.catalog().read(handle -> get(handle, tenant, storagePath));
    if (!backup.hasFile()) {
      backup.requireDone();
    }
    engine
        .queue()
        .call(
            () -> {
              engine.verification().run(backup);
              return true;
            });
    return engine.catalog().read(handle -> get(handle, tenant, storagePath)).view();
  }

  @Override
  public Optional<BackupNotes> notes(TenantId tenant, String storagePath) {
    caller.requireAdmin();
    return engine
        .catalog()
        .read(handle -> BackupNotesRepository.find(handle, get(handle, tenant, storagePath).id()));
  }

  @Override
  public Tenant restore(TenantId tenant, RestoreBackup request) {
    caller.requireAdmin();
    BackupRow backup =
        engine.catalog().read(handle -> get(handle, tenant, request.storagePath())).requireDone();
    return engine.queue().call(() -> engine.restoring().run(caller, backup, request.tenantId()));
  }

  @Override
  public void delete(TenantId tenant, String storagePath) {
    caller.requireAdmin();
    BackupRow backup =
        engine
            .catalog()
            .read(
                handle -> {
                  BackupRow found = get(handle, tenant, storagePath);
                  requireUnused(handle, found);
                  return found;
                });
    engine.retention().delete(backup);
  }

  private static void requireUnused(Handle handle, BackupRow backup) {
    if (backup.status() == BackupStatus.RUNNING) {
      backup.requireDone();
    }
    if (RollbackRepository.isPutBack(handle, backup)) {
      throw EngineException.conflict(
          ConflictKind.BUSY,
          "Backup %s is being put back. Try again later.".formatted(backup.storagePath()));
    }
  }

  @Override
  public BackupContent open(TenantId tenant, String storagePath) {
    caller.requireAdmin();
    BackupRow backup =
        engine.catalog().read(handle -> get(handle, tenant, storagePath)).requireDone();
    Path file = engine.files().of(backup);
    try {
      return new BackupContent(
          String.valueOf(file.getFileName()),
          backup.packed().sizeBytes(),
          backup.checksum(),
          Files.newInputStream(file));
    } catch (NoSuchFileException missing) {
      throw damaged(backup, EngineException.conflict(ConflictKind.DAMAGED, "its file is missing"));
    } catch (IOException e) {
      throw FileFailures.of("read", file, e);
    }
  }

  /** Finds a backup of a tenant that the caller may work with. */
  private BackupRow get(Handle handle, TenantId tenant, String storagePath) {
    if (storagePath.isBlank()) {
      throw EngineException.badField("storage_path", "storage_path is required");
    }
    TenantAccess reached = work(handle, tenant);
    return BackupRepository.find(handle, caller.projectId(), storagePath)
        .filter(backup -> backup.tenantId() == reached.tenantId())
        .filter(backup -> reached.blueprints().contains(backup.blueprint()))
        .orElseThrow(() -> notFound(storagePath));
  }

  /** A key for some tenants works inside their databases, and not on copies of them. */
  private TenantAccess work(Handle handle, TenantId tenant) {
    TenantAccess reached = TenantAccess.of(handle, caller, tenant);
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireProjectScope(caller.projectId().value());
    }
    return reached;
  }
}
