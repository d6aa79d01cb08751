package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Proves that a backup can be put back, on a scratch copy, and keeps the result. */
final class BackupVerification {
  private final Catalog catalog;
  private final BackupFiles files;
  private final Packing packing;
  private final Sqlite sqlite;
  private final InstantSource clock;

  BackupVerification(
      Catalog catalog, BackupFiles files, Packing packing, Sqlite sqlite, InstantSource clock) {
    this.catalog = catalog;
    this.files = files;
    this.packing = packing;
    this.sqlite = sqlite;
    this.clock = clock;
  }

  /** Checks a backup that has a file, on a thread that may wait inside SQLite. */
  void run(BackupRow backup) {
    try {
      check(backup);
    } catch (EngineException e) {
      if (e.code() != ErrorCode.CONFLICT) {
        throw e;
      }
      catalog.execute(handle -> BackupRepository.damaged(handle, backup.id(), e.message()));
      return;
    }
    catalog.execute(handle -> BackupRepository.whole(handle, backup.id(), clock.instant()));
  }

  private void check(BackupRow backup) {
    packing.requireWhole(files.of(backup), backup.checksum());
    Path scratch = files.scratch();
    try {
      packing.inflate(files.of(backup), backup.checksum(), scratch);
      requireSound(scratch);
    } finally {
      files.discard(scratch);
    }
  }

  private void requireSound(Path scratch) {
    String answer;
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(scratch).onlyUser())) {
      answer = database.queryText("PRAGMA integrity_check(1)");
    } catch (EngineException e) {
      throw new EngineException(ErrorCode.CONFLICT, "what is in it is not a database", Map.of(), e);
    }
    if (!answer.equals("ok")) {
      throw EngineException.conflict("the database in it is damaged: " + answer);
    }
  }
}
