package io.tenantry.core.samples;

import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What a look at a database file from outside tells: while it is the same, nothing was written.
 *
 * @param file which one
 * @param bytes its size
 * @param changed when it was written last, as the file system counts
 * @param logBytes the size of the write-ahead log beside it
 * @param logChanged when that was written last; 0 for an empty one
 */
record FileStamp(Path file, long bytes, long changed, long logBytes, long logChanged) {
  private record Seen(long bytes, long changed) {}

  static FileStamp of(Path file) {
    Seen log = seen(file.resolveSibling(file.getFileName() + "-wal"));
    Seen seen = seen(file);
    return new FileStamp(
        file, seen.bytes(), seen.changed(), log.bytes(), log.bytes() == 0 ? 0 : log.changed());
  }

  /** A file may go at any time: then it has no size. */
  private static Seen seen(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Seen(found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    } catch (NoSuchFileException gone) {
      return new Seen(0, 0);
    } catch (IOException e) {
      throw EngineException.internal("The size of a database cannot be read", e);
    }
  }

  long allBytes() {
    return bytes + logBytes;
  }
}
