package io.tenantry.core.recovery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The log of an open database and the index SQLite keeps of it. Both files stay open as long as the
 * database is: closing one of them drops SQLite's locks. One thread at a time.
 */
final class LogIndex implements Closeable {
  private static final int COPY = 48;
  private static final int INITIALIZED = 12;
  private static final int LAST_FRAME = 16;
  private static final int PAGE_SIZE = 14;
  private static final int SALTS = 32;

  private final Path log;
  private final Path index;
  private final byte[] bytes = new byte[2 * COPY];
  private final ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  private final ByteBuffer salts = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
  private @Nullable PlainFile logFile;
  private @Nullable PlainFile indexFile;

  LogIndex(Path database) {
    this.log = database.resolveSibling(database.getFileName() + "-wal");
    this.index = database.resolveSibling(database.getFileName() + "-shm");
  }

  Path logPath() {
    return log;
  }

  /**
   * Reads the header of the index, which SQLite writes twice for those who read without a lock.
   *
   * @return whether there is a log with frames
   */
  boolean refresh() throws IOException {
    PlainFile file = indexFile;
    if (file == null) {
      if (!Files.exists(index)) {
        return false;
      }
      file = PlainFile.read(index);
      indexFile = file;
    }
    for (int attempt = 0; attempt < 100; attempt++) {
      int read = file.read(bytes, 0, bytes.length, 0);
      if (read == bytes.length && Arrays.equals(bytes, 0, COPY, bytes, COPY, 2 * COPY)) {
        return bytes[INITIALIZED] == 1 && lastFrame() > 0;
      }
    }
    return false; // somebody writes; who did will ask again
  }

  /** Returns the last frame that is committed. */
  int lastFrame() {
    return fields.getInt(LAST_FRAME);
  }

  /** Returns the length of the log. */
  long logBytes() {
    int stored = fields.getShort(PAGE_SIZE) & 0xffff;
    return (long) lastFrame() * (Segment.FRAME_HEADER + (stored == 1 ? 1 << 16 : stored));
  }

  /** Returns what tells this log from an earlier one. */
  long salts() {
    return salts.getLong(SALTS);
  }

  synchronized PlainFile log() throws IOException {
    PlainFile file = logFile;
    if (file == null) {
      file = PlainFile.read(log);
      logFile = file;
    }
    return file;
  }

  /** Only when no connection is open any more. */
  @Override
  public synchronized void close() throws IOException {
    try (PlainFile first = logFile;
        PlainFile second = indexFile) {
      logFile = null;
      indexFile = null;
    }
  }
}
