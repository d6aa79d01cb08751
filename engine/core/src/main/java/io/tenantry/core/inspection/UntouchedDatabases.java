package io.tenantry.core.inspection;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens databases of a folder that nobody else has open, with all that is committed in their logs,
 * and leaves no trace: no byte and no file beside them changes. Any thread.
 */
public final class UntouchedDatabases implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UntouchedDatabases.class);

  private final Sqlite sqlite = new Sqlite();
  private final Path scratch;

  /** Starts without any open file; what has to be copied goes to the folder of temporary files. */
  UntouchedDatabases() {
    try {
      scratch = Files.createTempDirectory("tenantry-check");
    } catch (IOException e) {
      throw FileFailures.of("create", Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  /**
   * Reads a database.
   *
   * @throws EngineException INTERNAL_ERROR when it is none or damaged, or cannot be read
   */
  public <T> T read(Path file, Function<SqliteDatabase, T> work) {
    if (!hasLog(file)) {
      return read(file, OpenMode.IMMUTABLE, work);
    }
    Optional<SqliteDatabase> inPlace = openWithLog(file);
    if (inPlace.isPresent()) {
      return apply(inPlace.get(), work);
    }
    Path copy = copy(file);
    try {
      return read(copy, OpenMode.READ_WRITE, work);
    } finally {
      AtomicFiles.deleteTree(folderOf(copy));
    }
  }

  /** Empty when there is no index of the log, or a crash cut its last change off. */
  private Optional<SqliteDatabase> openWithLog(Path file) {
    if (!Files.exists(beside(file, "-shm"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(file, OpenMode.IMMUTABLE_WITH_LOG));
    } catch (EngineException e) {
      LOG.debug("{} is read from a copy, where its log can be recovered", file, e);
      return Optional.empty();
    }
  }

  private SqliteDatabase open(Path file, OpenMode mode) {
    return sqlite.open(new OpenOptions(file, mode, Profile.ENGINE));
  }

  private <T> T read(Path file, OpenMode mode, Function<SqliteDatabase, T> work) {
    return apply(open(file, mode), work);
  }

  private static <T> T apply(SqliteDatabase opened, Function<SqliteDatabase, T> work) {
    try (SqliteDatabase database = opened) {
      return work.apply(database);
    }
  }

  /** Copies a database and its log to a scratch folder of its own. */
  Path copy(Path file) {
    Path copy = scratch.resolve(UUID.randomUUID().toString()).resolve(name(file));
    try {
      AtomicFiles.createFolder(folderOf(copy));
      Files.copy(file, copy);
      if (hasLog(file)) {
        Files.copy(beside(file, "-wal"), beside(copy, "-wal"));
      }
      return copy;
    } catch (IOException e) {
      throw FileFailures.of("copy", file, e);
    }
  }

  private static boolean hasLog(Path file) {
    try {
      Path log = beside(file, "-wal");
      return Files.exists(log) && Files.size(log) > 0;
    } catch (IOException e) {
      throw FileFailures.of("read", file, e);
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(name(file) + suffix);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("no folder above " + file);
    }
    return folder;
  }

  @Override
  public void close() {
    sqlite.close();
    AtomicFiles.deleteTree(scratch);
  }
}
