package io.tenantry.core.sources;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens foreign SQLite files such that neither they nor the folder they lie in change. In WAL mode
 * even a reader makes files beside the database; so such a one is opened in place only while its
 * program has made them, and as immutable, or as a copy with its log, otherwise. Any thread.
 */
final class SqliteFileReader {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int READ_VERSION_OFFSET = 19;
  private static final int WAL = 2;

  private final Sqlite sqlite;
  private final Path scratch;

  /** Closing a file would drop the locks that another thread's connection has on it. */
  private final Map<Path, ReentrantLock> locks = new ConcurrentHashMap<>();

  SqliteFileReader(Sqlite sqlite, Path scratch) {
    this.sqlite = sqlite;
    this.scratch = scratch;
  }

  <T> T read(Path file, Function<SqliteDatabase, T> work) {
    ReentrantLock lock = locks.computeIfAbsent(file, _ -> new ReentrantLock());
    lock.lock();
    try {
      return readAlone(file, work);
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read", e);
    } finally {
      lock.unlock();
    }
  }

  private <T> T readAlone(Path file, Function<SqliteDatabase, T> work) throws IOException {
    boolean inUse = Files.exists(beside(file, "-shm"));
    if (!isWal(file) || inUse) {
      return open(file, OpenMode.READ_ONLY, work);
    }
    Path log = beside(file, "-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      return readCopy(file, log, work);
    }
    FileTime before = Files.getLastModifiedTime(file);
    T result = open(file, OpenMode.IMMUTABLE, work);
    if (!Files.getLastModifiedTime(file).equals(before)) {
      throw EngineException.conflict("The source was changed while it was read. Try again");
    }
    return result;
  }

  private <T> T readCopy(Path file, Path log, Function<SqliteDatabase, T> work) throws IOException {
    AtomicFiles.createFolder(scratch);
    Path folder = Files.createTempDirectory(scratch, "source-");
    try {
      Path copy = folder.resolve("source.db");
      Files.copy(file, copy);
      Files.copy(log, beside(copy, "-wal"));
      return open(copy, OpenMode.READ_WRITE, work);
    } finally {
      AtomicFiles.deleteTree(folder);
    }
  }

  private <T> T open(Path file, OpenMode mode, Function<SqliteDatabase, T> work) {
    try (SqliteDatabase database = sqlite.open(new OpenOptions(file, mode, Profile.ENGINE))) {
      return work.apply(database);
    } catch (EngineException e) {
      throw e.code() == ErrorCode.INTERNAL_ERROR || e.code() == ErrorCode.PERMISSION_DENIED
          ? unreadable(file, e.message(), e)
          : e;
    }
  }

  private static boolean isWal(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(READ_VERSION_OFFSET + 1);
    }
    if (head.length <= READ_VERSION_OFFSET
        || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw unreadable(file, "it is not a SQLite database", null);
    }
    return head[READ_VERSION_OFFSET] == WAL;
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static EngineException unreadable(Path file, String reason, @Nullable Throwable cause) {
    return new EngineException(
        ErrorCode.BAD_REQUEST,
        "The source %s cannot be imported: %s".formatted(file.getFileName(), reason),
        Map.of("field", "connection.path"),
        cause);
  }
}
