package io.tenantry.core.recovery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The commits of an epoch in their order, one record of 32 bytes each; the first is the state the
 * epoch starts with. A record is written by one call, so that it outlives the process at once.
 * Written by one thread at a time, read by any.
 */
final class CommitLog implements Closeable {
  /** Length of a commit. */
  static final int RECORD = 32;

  private static final int SUMMED = RECORD - Integer.BYTES;

  private final PlainFile file;
  private final ByteBuffer buffer = ByteBuffer.allocate(RECORD);
  private final CRC32C crc = new CRC32C();
  private volatile long size;

  private CommitLog(PlainFile file, long size) {
    this.file = file;
    this.size = size;
  }

  /** Opens a log for reading: as many records as are whole now. */
  static CommitLog read(Path path) throws IOException {
    return open(PlainFile.read(path));
  }

  /** Opens or makes a log for writing; what a crash tore at its end is cut off. */
  static CommitLog write(Path path) throws IOException {
    CommitLog log = open(PlainFile.write(path));
    log.truncate(log.size);
    return log;
  }

  private static CommitLog open(PlainFile file) throws IOException {
    CommitLog log = new CommitLog(file, file.size() / RECORD);
    while (log.size > 0 && !log.isWhole(log.size - 1)) {
      log.size--;
    }
    return log;
  }

  private boolean isWhole(long index) throws IOException {
    ByteBuffer record = record(index);
    CRC32C sum = new CRC32C();
    sum.update(record.array(), 0, SUMMED);
    return record.getInt(SUMMED) == (int) sum.getValue();
  }

  long size() {
    return size;
  }

  Commit get(long index) throws IOException {
    ByteBuffer record = record(index);
    return new Commit(record.getLong(0), record.getInt(8), record.getInt(12));
  }

  /** Returns the index of the first record that is not what was written; the size for none. */
  long firstDamaged() throws IOException {
    for (long i = 0; i < size; i++) {
      if (!isWhole(i)) {
        return i;
      }
    }
    return size;
  }

  private ByteBuffer record(long index) throws IOException {
    return ByteBuffer.wrap(file.read(RECORD, index * RECORD));
  }

  Commit last() throws IOException {
    return get(size - 1);
  }

  /** Returns the index of the last commit not after the time; -1 when there is none. */
  long lastUntil(long micros) throws IOException {
    return lastWhere(commit -> commit.micros() <= micros);
  }

  /** Returns the index of the last commit in a segment or before it; -1 when there is none. */
  long lastInSegment(int segment) throws IOException {
    return lastWhere(commit -> commit.segment() <= segment);
  }

  /** Returns the index of the first commit that includes a frame; the size when there is none. */
  long firstIncluding(int segment, int frame) throws IOException {
    return lastWhere(commit -> !commit.includes(segment, frame)) + 1;
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds(Commit commit);
  }

  /** Finds the last commit for which a condition holds that holds for all before it, too. */
  private long lastWhere(Condition condition) throws IOException {
    long from = 0;
    long to = size;
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (condition.holds(get(middle))) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }

  void append(Commit commit) throws IOException {
    buffer.clear();
    buffer.putLong(commit.micros()).putInt(commit.segment()).putInt(commit.frame()).putLong(size);
    crc.reset();
    crc.update(buffer.array(), 0, SUMMED);
    buffer.putInt(SUMMED, (int) crc.getValue());
    file.write(buffer.array(), 0, RECORD, size * RECORD);
    size++;
  }

  /** Forgets the records from an index on. */
  void truncate(long records) throws IOException {
    size = records;
    file.resize(records * RECORD);
  }

  void sync() throws IOException {
    file.sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
