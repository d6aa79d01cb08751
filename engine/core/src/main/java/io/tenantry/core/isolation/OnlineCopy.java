package io.tenantry.core.isolation;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a database made while others go on writing to it: first all of it as of one moment,
 * then what they committed since, out of the write-ahead log.
 *
 * <p>A reader stays in its snapshot for as long as this is open. SQLite then neither overwrites nor
 * drops a frame that is younger than the snapshot, so snapshot plus log is the whole database. The
 * log may begin anew once, when all of it was older; its header says so.
 *
 * <p>Only committed frames count, by SQLite's own checksums, and in the end SQLite is asked how
 * many there are. Used by one thread.
 */
final class OnlineCopy implements AutoCloseable {
  /** How many connections of the source this one holds. */
  static final int READERS = 1;

  private static final int HEADER_BYTES = 100;

  /** What the header of a database says about it, and where. */
  private static final Map<String, Integer> HEADER_FIELDS =
      Map.of("page_count", 28, "freelist_count", 36, "user_version", 60, "application_id", 68);

  private static final String FRAMES_IN_LOG = "PRAGMA wal_checkpoint(NOOP)";

  private final Lease reader;
  private final Path target;
  private final FileChannel log;
  private final WalFrames frames;
  private WalFrames.@Nullable Position copied;
  private @Nullable FileChannel copy;
  private long applied;

  private OnlineCopy(Lease reader, Path target, FileChannel log, long framesBefore)
      throws IOException {
    this.reader = reader;
    this.target = target;
    this.log = log;
    this.frames = new WalFrames(log);
    // An empty log may still have the frames of an earlier one in its file.
    if (frames.beganAnew() && framesBefore > 0) {
      this.copied = frames.behind(framesBefore);
    }
  }

  /**
   * Enters the snapshot, between two writers.
   *
   * @param target the copy; replaced if it is there
   * @throws EngineException CONFLICT {@code database is busy} when a writer does not end in time
   */
  static OnlineCopy begin(
      TenantDatabases databases, DatabaseFile source, Path target, Deadline deadline) {
    return databases.withWriter(
        source,
        deadline,
        writer -> {
          long before = framesInLog(writer);
          Lease reader = databases.reader(source, deadline);
          boolean done = false;
          try {
            enterSnapshot(reader.database());
            OnlineCopy copy = open(reader, source.path(), target, before);
            done = true;
            return copy;
          } finally {
            if (!done) {
              leave(reader);
            }
          }
        });
  }

  private static void enterSnapshot(SqliteDatabase database) {
    database.execute("BEGIN");
    database.queryLong("SELECT count(*) FROM sqlite_schema"); // only reading makes it one
  }

  private static OnlineCopy open(Lease reader, Path source, Path target, long before) {
    Path log = source.resolveSibling(source.getFileName() + "-wal");
    try {
      FileChannel channel = FileChannel.open(log, StandardOpenOption.READ);
      try {
        return new OnlineCopy(reader, target, channel, before);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw FileFailures.of("read", log, e);
    }
  }

  private static long framesInLog(SqliteDatabase database) {
    return database
        .query(FRAMES_IN_LOG, row -> row.value(1) instanceof Value.Integer(long count) ? count : 0L)
        .getFirst();
  }

  /** Copies the database as of the snapshot; writers are not held up. */
  void copySnapshot() {
    AtomicFiles.createFolder(folder());
    AtomicFiles.createEmpty(target); // SQLite would let others read it
    reader.database().backupTo(target);
    try {
      copy = FileChannel.open(target, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw FileFailures.of("write", target, e);
    }
  }

  private Path folder() {
    return target.resolveSibling(".").normalize();
  }

  /**
   * Brings the copy up to the last commit in the log, and makes it durable.
   *
   * @return how many bytes that were
   */
  long catchUp() {
    FileChannel into = copied();
    try {
      if (frames.beganAnew()) {
        copied = frames.start();
        applied = 0;
      }
      long bytes = copied == null ? 0 : catchUp(copied, into);
      into.force(true);
      return bytes;
    } catch (IOException e) {
      throw FileFailures.of("copy to", target, e);
    }
  }

  private long catchUp(WalFrames.Position from, FileChannel into) throws IOException {
    WalFrames.Position end = frames.lastCommit(from);
    frames.pages(from, end, (number, content) -> write(into, number, content));
    if (end.frames() > from.frames()) {
      into.truncate((long) end.pages() * frames.pageSize());
    }
    copied = end;
    applied += end.frames() - from.frames();
    return (end.frames() - from.frames()) * frames.pageSize();
  }

  private void write(FileChannel into, long number, ByteBuffer content) throws IOException {
    long position = (number - 1) * frames.pageSize();
    while (content.hasRemaining()) {
      position += into.write(content, position);
    }
  }

  /**
   * Asks SQLite whether the copy has all that was committed; nobody may write meanwhile.
   *
   * @param writer the writing connection of the source
   * @throws EngineException INTERNAL_ERROR otherwise
   */
  void requireComplete(SqliteDatabase writer) {
    long inLog = framesInLog(writer);
    boolean hasAll = inLog == 0 ? applied == 0 : copied != null && copied.frames() == inLog;
    if (!hasAll) {
      throw EngineException.internal(
          "The copy of %s lacks commits: the log has %d frames".formatted(writer.path(), inLog),
          null);
    }
    ByteBuffer header = header();
    HEADER_FIELDS.forEach(
        (pragma, offset) -> {
          if (writer.queryLong("PRAGMA " + pragma) != header.getInt(offset)) {
            throw EngineException.internal(
                "The copy of %s has another %s".formatted(writer.path(), pragma), null);
          }
        });
  }

  private ByteBuffer header() {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    try {
      while (header.hasRemaining() && copied().read(header, header.position()) >= 0) {
        continue;
      }
    } catch (IOException e) {
      throw FileFailures.of("read", target, e);
    }
    return header;
  }

  private FileChannel copied() {
    FileChannel made = copy;
    if (made == null) {
      throw new IllegalStateException("the snapshot has not been copied");
    }
    return made;
  }

  /** Leaves the snapshot; the copy is an ordinary file from now on. */
  @Override
  public void close() {
    try {
      log.close();
      if (copy != null) {
        copy.close();
      }
    } catch (IOException e) {
      throw FileFailures.of("close", target, e);
    } finally {
      leave(reader);
    }
  }

  private static void leave(Lease reader) {
    try {
      reader.database().execute("ROLLBACK");
    } finally {
      reader.close();
    }
  }
}
