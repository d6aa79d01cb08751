package io.tenantry.core.isolation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The frames of a write-ahead log: which of them are whole and committed, by SQLite's own chain of
 * checksums. Used by one thread.
 *
 * @see <a href="https://sqlite.org/fileformat2.html#walformat">The WAL file format</a>
 */
final class WalFrames {
  private static final int HEADER_BYTES = 32;
  private static final int FRAME_HEADER_BYTES = 24;
  private static final int SUMMED_OF_HEADER = 24;
  private static final int SUMMED_OF_FRAME_HEADER = 8;
  private static final int MAGIC = 0x377f0682;
  private static final int FRAMES_AT_A_TIME = 64;

  private final FileChannel log;
  private ByteBuffer header = ByteBuffer.allocate(0);
  private ByteBuffer frames = ByteBuffer.allocate(0);
  private ByteOrder order = ByteOrder.BIG_ENDIAN;
  private int pageSize;
  private int sum1;
  private int sum2;

  WalFrames(FileChannel log) {
    this.log = log;
  }

  /** Takes a page out of a frame. */
  interface Sink {
    void page(long number, ByteBuffer content) throws IOException;
  }

  /**
   * A place in the log behind a commit.
   *
   * @param frames how many frames are before it
   * @param pages how many pages the database has there; 0 when nobody asked
   */
  record Position(long frames, int sum1, int sum2, int pages) {}

  int pageSize() {
    return pageSize;
  }

  /**
   * Reads the header of the log.
   *
   * @return whether it is whole and another one than before: then the log has begun anew
   */
  boolean beganAnew() throws IOException {
    ByteBuffer found = read(0, HEADER_BYTES);
    if (found.remaining() < HEADER_BYTES || found.equals(header)) {
      return false;
    }
    int magic = found.getInt(0);
    if ((magic & ~1) != MAGIC) {
      return false;
    }
    order = (magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    sum1 = 0;
    sum2 = 0;
    add(found.slice(0, SUMMED_OF_HEADER));
    if (sum1 != found.getInt(24) || sum2 != found.getInt(28)) {
      return false; // half written
    }
    header = found;
    pageSize = found.getInt(8);
    frames = ByteBuffer.allocateDirect(FRAMES_AT_A_TIME * frameBytes());
    return true;
  }

  /** Returns the place before the first frame; only after {@link #beganAnew()} said so. */
  Position start() {
    return new Position(0, header.getInt(24), header.getInt(28), 0);
  }

  /** Returns the place behind so many frames, all of which the caller knows to be committed. */
  Position behind(long count) throws IOException {
    if (count == 0) {
      return start();
    }
    ByteBuffer frame = read(offset(count - 1), FRAME_HEADER_BYTES);
    return new Position(count, frame.getInt(16), frame.getInt(20), 0);
  }

  /** Returns the place behind the last whole commit; the given place when there is none. */
  Position lastCommit(Position from) throws IOException {
    sum1 = from.sum1;
    sum2 = from.sum2;
    Position last = from;
    long next = from.frames;
    while (true) {
      ByteBuffer some = some(next);
      int whole = some.remaining() / frameBytes();
      for (int i = 0; i < whole; i++) {
        ByteBuffer frame = some.slice(i * frameBytes(), frameBytes());
        if (!isNext(frame)) {
          return last;
        }
        next++;
        int pages = frame.getInt(4);
        if (pages != 0) {
          last = new Position(next, sum1, sum2, pages);
        }
      }
      if (whole < FRAMES_AT_A_TIME) {
        return last;
      }
    }
  }

  /** Gives all pages between two places, in order. */
  void pages(Position from, Position to, Sink sink) throws IOException {
    long next = from.frames;
    while (next < to.frames) {
      ByteBuffer some = some(next);
      long whole = Math.min(some.remaining() / frameBytes(), to.frames - next);
      for (int i = 0; i < whole; i++) {
        int at = i * frameBytes();
        sink.page(
            Integer.toUnsignedLong(some.getInt(at)), some.slice(at + FRAME_HEADER_BYTES, pageSize));
      }
      if (whole == 0) {
        throw new IOException("the log ended before a frame that was there");
      }
      next += whole;
    }
  }

  private boolean isNext(ByteBuffer frame) {
    if (frame.getInt(8) != header.getInt(16) || frame.getInt(12) != header.getInt(20)) {
      return false; // of an earlier log in the same file
    }
    add(frame.slice(0, SUMMED_OF_FRAME_HEADER));
    add(frame.slice(FRAME_HEADER_BYTES, pageSize));
    return sum1 == frame.getInt(16) && sum2 == frame.getInt(20);
  }

  private void add(ByteBuffer words) {
    words.order(order);
    for (int i = 0; i < words.limit(); i += 8) {
      sum1 += words.getInt(i) + sum2;
      sum2 += words.getInt(i + 4) + sum1;
    }
  }

  private ByteBuffer some(long first) throws IOException {
    frames.clear();
    fill(frames, offset(first));
    return frames.flip();
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    fill(buffer, position);
    return buffer.flip();
  }

  private void fill(ByteBuffer buffer, long position) throws IOException {
    while (buffer.hasRemaining()) {
      if (log.read(buffer, position + buffer.position()) < 0) {
        return;
      }
    }
  }

  private long offset(long frame) {
    return HEADER_BYTES + frame * frameBytes();
  }

  private int frameBytes() {
    return FRAME_HEADER_BYTES + pageSize;
  }
}
