package io.tenantry.core.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Walks over frames as long as they are what SQLite wrote: same salts, unbroken chain of checksums.
 */
final class FrameWalk {
  private static final int BUFFER = 1 << 20;

  private final PlainFile file;
  private final Segment segment;
  private final long start;

  /** Is told of each good frame. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Takes note of a frame.
     *
     * @param frame its number in the log, from 1
     * @param page number of its page, from 1
     * @param pages size of the database in pages after a commit; 0 when the frame ends none
     * @param position where the page starts in the file
     */
    void frame(int frame, int page, int pages, long position);
  }

  /**
   * Prepares the walk.
   *
   * @param start where the first frame of the segment is in the file
   */
  FrameWalk(PlainFile file, Segment segment, long start) {
    this.file = file;
    this.segment = segment;
    this.start = start;
  }

  /** Walks to the frame, or to the last good one before it; returns that. */
  int to(int last, Visitor visitor) throws IOException {
    int size = segment.frameSize();
    int atOnce = Math.max(1, BUFFER / size);
    byte[] bytes = new byte[atOnce * size];
    WalChecksum sum = segment.checksum();
    int frame = segment.startFrame();
    long position = start;
    while (frame < last) {
      int wanted = Math.min(atOnce, last - frame);
      int whole = file.read(bytes, 0, wanted * size, position) / size;
      for (int i = 0; i < whole; i++) {
        if (!isGood(bytes, i * size, sum)) {
          return frame;
        }
        frame++;
        ByteBuffer header = ByteBuffer.wrap(bytes, i * size, Segment.FRAME_HEADER);
        long page = position + (long) i * size + Segment.FRAME_HEADER;
        visitor.frame(frame, header.getInt(), header.getInt(), page);
      }
      if (whole < wanted) {
        return frame;
      }
      position += (long) whole * size;
    }
    return frame;
  }

  private boolean isGood(byte[] bytes, int from, WalChecksum sum) {
    ByteBuffer header = ByteBuffer.wrap(bytes, from, Segment.FRAME_HEADER).slice();
    sum.add(bytes, from, 8);
    sum.add(bytes, from + Segment.FRAME_HEADER, segment.pageSize());
    return header.getInt(0) > 0
        && header.getLong(8) == segment.salts()
        && sum.is(header.getInt(16), header.getInt(20));
  }
}
