package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Restores backups to scratch files, looks what is in them, and throws them away; what a crash
 * leaves of them goes at the next opening ({@link BackupEngine#atOpen}). Any thread.
 */
public final class TrialRestores {
  private final Catalog catalog;
  private final BackupFiles files;
  private final Packing packing;
  private final Sqlite sqlite;
  private final DatabaseNotes notes;
  private final BackupQueue queue;
  private final InstantSource clock;

  TrialRestores(
      BackupStorage storage,
      BackupFiles files,
      Packing packing,
      DatabaseNotes notes,
      BackupQueue queue) {
    this.catalog = storage.catalog();
    this.files = files;
    this.packing = packing;
    this.sqlite = storage.sqlite();
    this.notes = notes;
    this.queue = queue;
    this.clock = storage.clock();
  }

  /** A whole backup that can be tried. */
  public static final class Candidate {
    private final BackupRow backup;
    private final Optional<DatabaseNotes.Found> noted;

    Candidate(BackupRow backup, Optional<DatabaseNotes.Found> noted) {
      this.backup = backup;
      this.noted = noted;
    }

    /** Returns its path. */
    public String storagePath() {
      return backup.storagePath();
    }

    /** Returns its checksum. */
    public String sha256() {
      return backup.checksum();
    }

    /** Returns when it was taken. */
    public Instant takenAt() {
      return backup.createdAt();
    }

    /** Returns size of the database in it. */
    public long databaseBytes() {
      return backup.packed().databaseBytes();
    }

    /** Returns the schema that was noted when it was taken. */
    public Optional<String> fingerprint() {
      return noted.map(DatabaseNotes.Found::fingerprint);
    }

    /** Returns the rows of each table that were noted then, as JSON. */
    public Optional<String> tables() {
      return noted.map(DatabaseNotes.Found::tables);
    }
  }

  /**
   * What was found in a restored backup.
   *
   * @param fingerprint its schema
   * @param tables the rows of each table, as JSON
   */
  public record Found(String fingerprint, String tables) {}

  /** Returns the newest whole backup of a database, inside a transaction. */
  public Optional<Candidate> newest(
      Handle handle, ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    return BackupRepository.newestDone(handle, project, tenant, blueprint)
        .map(backup -> new Candidate(backup, BackupNotesRepository.raw(handle, backup.id())));
  }

  /**
   * Restores a backup and looks; on a thread of {@link #repeat}. Notes with the backup whether it
   * is whole.
   *
   * @throws EngineException CONFLICT saying what is wrong with it
   * @throws java.util.concurrent.CancellationException when the engine is closing
   */
  public Found restore(Candidate candidate) {
    BackupRow backup = candidate.backup;
    Path scratch = files.scratch();
    try {
      packing.inflate(files.of(backup), backup.checksum(), scratch);
      DatabaseNotes.Found found = look(scratch);
      catalog.execute(handle -> BackupRepository.whole(handle, backup.id(), clock.instant()));
      return new Found(found.fingerprint(), found.tables());
    } catch (EngineException e) {
      if (e.code() == ErrorCode.CONFLICT) {
        catalog.execute(handle -> BackupRepository.damaged(handle, backup.id(), e.message()));
      }
      throw e;
    } finally {
      files.discard(scratch);
    }
  }

  private DatabaseNotes.Found look(Path scratch) {
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(scratch, OpenMode.IMMUTABLE, Profile.ENGINE))) {
      String answer = database.queryText("PRAGMA integrity_check(1)");
      if (!answer.equals("ok")) {
        throw EngineException.conflict("the database in it is damaged: " + answer);
      }
      return notes.of(database);
    } catch (EngineException e) {
      if (e.code() == ErrorCode.CONFLICT) {
        throw e;
      }
      throw new EngineException(ErrorCode.CONFLICT, "what is in it is not a database", Map.of(), e);
    }
  }

  /** What callers may know of a failure. */
  public static String reason(EngineException failure) {
    return BackupTaking.reason(failure);
  }

  /** Does parts of long work one after the other in the background, until one was the last. */
  public void repeat(String name, Supplier<Boolean> part) {
    queue.repeat(name, part);
  }
}
