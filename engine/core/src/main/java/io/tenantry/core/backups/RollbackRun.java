package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.backups.ReplacedFileRepository.Replaced;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a backup in the place of a database. Any thread.
 *
 * <p>Steps, and what a crash after each leaves. The next opening begins again at step 2 ({@link
 * BackupEngine#atOpen}); the tenant stays restoring until then.
 *
 * <ol>
 *   <li>One transaction sets the tenant restoring, notes the rollback and the number of the file it
 *       will make ({@link RollbackStart}). Crash: nothing is touched.
 *   <li>The backup is compared with its checksum. A damaged one ends the rollback here: nothing was
 *       touched.
 *   <li>Writers end; a safety backup is taken and noted. Crash: one more safety backup, at most.
 *   <li>The backup is unpacked into a new file, its checksum compared once more. Crash: a file that
 *       nothing names but the rollback; it is cleared away before it is made again.
 *   <li>One transaction makes the new file the database, with the version that it says it has,
 *       notes the old file as replaced, and ends the rollback: the tenant is ready. Crash before:
 *       the old database; after: the new one.
 *   <li>The old file goes. Crash: the next opening deletes it ({@link ReplacedFiles}).
 * </ol>
 */
final class RollbackRun {
  private static final Logger LOG = LoggerFactory.getLogger(RollbackRun.class);
  private static final Duration WAIT_FOR_WRITERS = Duration.ofSeconds(60);

  private final Catalog catalog;
  private final TenantDatabases databases;
  private final TenantFiles tenants;
  private final SafetyBackups safety;
  private final BackupFiles files;
  private final Packing packing;
  private final Replacing replacing;

  /** What comes after the safety backup. */
  record Replacing(UnpackedDatabases unpacked, ReplacedFiles replaced, InstantSource clock) {}

  RollbackRun(
      Catalog catalog,
      TenantDatabases databases,
      TenantFiles tenants,
      SafetyBackups safety,
      BackupFiles files,
      Packing packing,
      Replacing replacing) {
    this.catalog = catalog;
    this.databases = databases;
    this.tenants = tenants;
    this.safety = safety;
    this.files = files;
    this.packing = packing;
    this.replacing = replacing;
  }

  /**
   * Carries out steps 2 to 6. What fails is taken back and noted; the tenant is ready in any case.
   *
   * @throws Stopped when the engine is closing; the next opening goes on
   */
  void run(RollbackRow rollback) {
    Optional<Stopped> stopped =
        Fault.guard(
            "Rollback to " + rollback.storagePath(),
            () -> attempt(rollback),
            fault -> {
              fail(rollback, EngineException.internal("fault", fault));
              return Optional.empty();
            });
    stopped.ifPresent(
        signal -> {
          throw signal;
        });
  }

  /** Returns the signal, when the engine closes meanwhile. */
  private Optional<Stopped> attempt(RollbackRow rollback) {
    try {
      BackupRow backup = backup(rollback);
      requireWhole(backup);
      TenantPlace old = place(rollback);
      takeSafety(rollback, old);
      TenantPlace made = old.withGeneration(rollback.generation());
      DatabaseVersion version = unpack(backup, made);
      switchTo(rollback, old, made, version);
    } catch (EngineException e) {
      LOG.warn("Rollback to {} failed", rollback.storagePath(), e);
      fail(rollback, e);
      return Optional.empty();
    } catch (Stopped signal) {
      return Optional.of(signal);
    }
    replacing.replaced().removeAll();
    return Optional.empty();
  }

  private BackupRow backup(RollbackRow rollback) {
    return catalog
        .read(handle -> RollbackRepository.backup(handle, rollback))
        .orElseThrow(() -> BackupService.notFound(rollback.storagePath()))
        .requireDone();
  }

  /** Step 2. */
  private void requireWhole(BackupRow backup) {
    try {
      packing.requireWhole(files.of(backup), backup.checksum());
    } catch (EngineException e) {
      if (e.code() == ErrorCode.CONFLICT) {
        catalog.execute(handle -> BackupRepository.damaged(handle, backup.id(), e.message()));
        throw BackupService.damaged(backup, e);
      }
      throw e;
    }
  }

  private TenantPlace place(RollbackRow rollback) {
    return catalog
        .read(handle -> RollbackRepository.target(handle, rollback))
        .orElseThrow(() -> EngineException.conflict("its database is gone"))
        .place();
  }

  /**
   * Step 3. New queries are refused already; a write that is under way ends first. A database that
   * is lost has nothing to keep: a rollback is how it comes back.
   */
  private void takeSafety(RollbackRow rollback, TenantPlace old) {
    if (rollback.safetyPath().isPresent() || Files.notExists(tenants.of(old))) {
      return;
    }
    databases.withEngine(tenants.of(old), Deadline.in(WAIT_FOR_WRITERS), _ -> true);
    String path = safety.take(old);
    catalog.execute(handle -> RollbackRepository.safety(handle, rollback.id(), path));
  }

  /** Step 4. */
  private DatabaseVersion unpack(BackupRow backup, TenantPlace made) {
    replacing.unpacked().clear(made);
    return replacing.unpacked().make(backup, made);
  }

  /** Step 5. */
  private void switchTo(
      RollbackRow rollback, TenantPlace old, TenantPlace made, DatabaseVersion version) {
    Instant now = replacing.clock().instant();
    catalog.execute(
        handle -> {
          TenantOperationRepository.switchTo(handle, rollback.tenantId(), made);
          RollbackRepository.setVersion(handle, rollback, version);
          ReplacedFileRepository.insert(
              handle, new Replaced(rollback.tenantId(), rollback.blueprintId(), old));
          RollbackRepository.done(handle, rollback.id(), now);
          TenantOperationRepository.end(handle, rollback.tenantId(), now);
        });
  }

  /** Ends the rollback with the database as it was. */
  private void fail(RollbackRow rollback, EngineException failure) {
    clear(rollback);
    Instant now = replacing.clock().instant();
    catalog.execute(
        handle -> {
          RollbackRepository.failed(handle, rollback.id(), BackupTaking.reason(failure), now);
          TenantOperationRepository.end(handle, rollback.tenantId(), now);
        });
  }

  private void clear(RollbackRow rollback) {
    try {
      TenantPlace place = place(rollback);
      if (place.generation() != rollback.generation()) { // never what is in use
        replacing.unpacked().clear(place.withGeneration(rollback.generation()));
      }
    } catch (EngineException e) {
      LOG.warn("A half made file of {} stays: {}", rollback.storagePath(), e.message());
    }
  }
}
