package io.tenantry.core.logs;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a project's query log. A damaged one is moved aside and a new one begun: a log is not
 * worth an engine that does not open.
 */
final class LogFile {
  private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);

  /** Name of the file in the folder of its project. */
  static final String NAME = "log.db";

  static final int APPLICATION = 0x544C4F47;
  private static final int SCHEMA = 2;
  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");
  private static final String TABLES =
      """
      CREATE TABLE state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        next_id INTEGER NOT NULL, -- of entries
        entries INTEGER NOT NULL  -- in all chunks
      ) STRICT;
      INSERT INTO state (id, next_id, entries) VALUES (1, 0, 0);
      CREATE TABLE subject (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        tenant_id INTEGER NOT NULL, -- row of the catalog; 0 for a blueprint with all its tenants
        tenant TEXT NOT NULL,
        blueprint TEXT NOT NULL,
        UNIQUE (tenant_id, blueprint)
      ) STRICT;
      CREATE TABLE chunk ( -- entries of one subject that were noted together
        id INTEGER PRIMARY KEY,
        subject_id INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        entries INTEGER NOT NULL, -- without those that a console asked of its own accord
        failed INTEGER NOT NULL,
        slow INTEGER NOT NULL,
        proxy INTEGER NOT NULL,
        payload BLOB NOT NULL,
        written_from INTEGER NOT NULL, -- least id of the entries that were written with it
        first_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX chunk_subject ON chunk (subject_id, id);
      CREATE INDEX chunk_written ON chunk
        (written_from, subject_id, first_at, last_at, entries, failed, slow, proxy);
      CREATE TABLE tally (
        subject_id INTEGER NOT NULL,
        span INTEGER NOT NULL,  -- seconds: a minute, an hour, a day
        start INTEGER NOT NULL, -- seconds since 1970
        queries INTEGER NOT NULL,
        failed INTEGER NOT NULL,
        slow INTEGER NOT NULL,
        proxy INTEGER NOT NULL,
        micros INTEGER NOT NULL,
        max_micros INTEGER NOT NULL,
        durations BLOB NOT NULL,
        PRIMARY KEY (subject_id, span, start)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX tally_time ON tally (span, start);
      """;

  private final Sqlite sqlite;
  private final Path folder;
  private final Path path;

  LogFile(Sqlite sqlite, Path folder) {
    this.sqlite = sqlite;
    this.folder = folder;
    this.path = folder.resolve(NAME);
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Opens the file for its one writer; makes it when it is missing or damaged. */
  SqliteDatabase openWriter(Instant now) {
    try {
      return open();
    } catch (EngineException e) {
      if (!isDamage(e)) {
        throw e;
      }
      LOG.warn("The query log {} is damaged, a new one is begun: {}", path, e.message());
      moveAside(now);
      return open();
    }
  }

  /** Opens the file for reading, while its writer is open. */
  SqliteDatabase openReader() {
    return sqlite.open(new OpenOptions(path, OpenMode.READ_ONLY, Profile.ENGINE));
  }

  /** Returns whether an error says that the file is no good, rather than the disk or the system. */
  static boolean isDamage(EngineException error) {
    return error.code() == ErrorCode.INTERNAL_ERROR
        && error
            .detail("sqlite_code")
            .filter(code -> code.startsWith("SQLITE_CORRUPT") || code.equals("SQLITE_NOTADB"))
            .isPresent();
  }

  private SqliteDatabase open() {
    AtomicFiles.createFolder(folder);
    AtomicFiles.createEmpty(path); // SQLite would let others read it and what it puts beside it
    SqliteDatabase database =
        sqlite.open(new OpenOptions(path, OpenMode.READ_WRITE, Profile.ENGINE));
    boolean done = false;
    try {
      // A log may lose its last seconds with the power; it must not make each commit wait.
      database.execute("PRAGMA synchronous=NORMAL");
      prepare(database);
      done = true;
      return database;
    } finally {
      if (!done) {
        database.close();
      }
    }
  }

  private static void prepare(SqliteDatabase database) {
    if (database.queryLong("SELECT count(*) FROM sqlite_schema") == 0) {
      database.inTransaction(
          () -> {
            database.executeScript(TABLES);
            database.applicationId(APPLICATION);
            database.userVersion(SCHEMA);
          });
    }
    if (database.applicationId() == APPLICATION && database.userVersion() < SCHEMA) {
      LogFileUpgrade.toOrderedChunks(database, SCHEMA);
    }
    if (database.applicationId() != APPLICATION || database.userVersion() != SCHEMA) {
      throw new EngineException(
          ErrorCode.INTERNAL_ERROR,
          "not a query log",
          Map.of("sqlite_code", "SQLITE_NOTADB"),
          null);
    }
    database.queryLong("SELECT count(*) FROM state, (SELECT max(id) FROM chunk)");
  }

  /** Renames the file and what belongs to it; nobody may have it open. */
  void moveAside(Instant now) {
    String aside = path.getFileName() + ".damaged-" + now.toEpochMilli();
    for (String companion : COMPANIONS) {
      Path from = path.resolveSibling(path.getFileName() + companion);
      try {
        if (Files.exists(from)) {
          Files.move(from, path.resolveSibling(aside + companion));
        }
      } catch (IOException e) {
        throw EngineException.internal("A damaged query log cannot be moved: " + path, e);
      }
    }
  }
}
