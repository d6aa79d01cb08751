package io.tenantry.core;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.backups.BackupConfig;
import io.tenantry.core.backups.BackupInspection;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.inspection.CheckReport;
import io.tenantry.core.inspection.FolderInspection;
import io.tenantry.core.inspection.Inspection;
import io.tenantry.core.inspection.KeyInspection;
import io.tenantry.core.inspection.PermissionInspection;
import io.tenantry.core.inspection.SpaceInspection;
import io.tenantry.core.inspection.StrayInspection;
import io.tenantry.core.inspection.TenantInspection;
import io.tenantry.core.inspection.UnfinishedInspection;
import io.tenantry.core.inspection.WorkspaceInspection;
import io.tenantry.core.logs.LogConfig;
import io.tenantry.core.logs.QueryLogInspection;
import io.tenantry.core.recovery.ArchiveInspection;
import io.tenantry.core.recovery.RecoveryConfig;
import io.tenantry.core.sqlite.NativeLibrary;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks a data folder that no engine has open, and repairs what is safe. One thread. */
public final class FolderCheck {
  /** Without these an engine must not be opened: it would refuse, or work on what is damaged. */
  private static final Set<String> VITAL =
      Set.of("catalog_missing", "catalog_damaged", "catalog_foreign_keys", "secret_key");

  private static final Duration EVER = Duration.ofDays(36_500);

  private final EngineConfig config;
  private final FolderInspection inspection;

  /** Prepares the check of the folder of a configuration. */
  public FolderCheck(EngineConfig config) {
    this.config = config;
    this.inspection =
        new FolderInspection(
            config.dataFolder(), new Regions(config.regions()), inspections(), config.clock());
  }

  private static List<Inspection> inspections() {
    BackupInspection backups = new BackupInspection();
    ArchiveInspection archives = new ArchiveInspection();
    return List.of(
        new KeyInspection(),
        new UnfinishedInspection(),
        new TenantInspection(List.of(archives, backups)),
        new WorkspaceInspection(),
        backups,
        archives,
        new QueryLogInspection(),
        new StrayInspection(), // behind those who expect files
        new PermissionInspection(),
        new SpaceInspection());
  }

  /**
   * Looks at everything and changes nothing but the lock file.
   *
   * @param quick whether to leave out what takes long: whether indexes match their tables, foreign
   *     keys, checksums of backups, frames of archives
   * @throws EngineException as {@link LocalEngine#open}; BAD_REQUEST {@code missing} for a folder
   *     that does not exist. Nothing is changed then.
   */
  public CheckReport look(boolean quick) {
    NativeLibrary.require();
    return inspection.look(quick);
  }

  /**
   * Looks, repairs what is safe, and looks again: opens the engine, so that it finishes what was
   * under way, then carries the fixes of the findings out. Data is never deleted. A crash leaves
   * some repairs done and the others to the next call.
   *
   * @throws EngineException as {@link #look}
   */
  public CheckReport repair(boolean quick) {
    NativeLibrary.require();
    CheckReport before = inspection.look(quick);
    if (before.findings().isEmpty()) {
      return before;
    }
    List<String> steps = new ArrayList<>();
    if (before.findings().stream().noneMatch(finding -> VITAL.contains(finding.kind()))) {
      openOnce(steps);
    }
    inspection.mend(quick, steps::add);
    return inspection.look(quick).after(before, steps);
  }

  private void openOnce(List<String> steps) {
    try (LocalEngine engine = LocalEngine.open(keepingAll())) {
      steps.add("opened %s, which ends what a crash cut short".formatted(engine.dataFolder()));
    } catch (EngineException e) {
      steps.add("the engine does not open: " + e.message());
    }
  }

  /** Opening must not be what makes old backups go because somebody forgot to name the settings. */
  private EngineConfig keepingAll() {
    RecoveryConfig recovery = config.recovery();
    return config
        .withBackups(new BackupConfig(false, LocalTime.MIDNIGHT, Integer.MAX_VALUE, EVER))
        .withRecovery(new RecoveryConfig(EVER, recovery.baseEvery(), recovery.undo()))
        .withLogs(new LogConfig(config.logs().slowFrom(), EVER, Long.MAX_VALUE));
  }
}
