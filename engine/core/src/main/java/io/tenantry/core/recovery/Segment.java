package io.tenantry.core.recovery;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The frames of one write-ahead log, or of its end, in an archive. A log is a new one as soon as
 * its header has other salts.
 *
 * @param index counts the segments of an epoch, from 0
 * @param header the 32 bytes at the start of the log
 * @param startFrame the frame of the log after which this segment starts
 * @param firstSum first half of the checksum up to there
 * @param secondSum its second half
 * @param offset where the first frame is in the file of frames
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Segment(int index, byte[] header, int startFrame, int firstSum, int secondSum, long offset) {
  /** Length of the header of a log. */
  static final int HEADER = 32;

  /** Length of what precedes the page in a frame. */
  static final int FRAME_HEADER = 24;

  /** Length of a segment in the file of segments. */
  static final int RECORD = 64;

  private static final int MAGIC = 0x377f0682;
  private static final int SUMMED = 24;

  /** A segment that starts with the log; empty unless the header is whole. */
  static Optional<Segment> start(int index, byte[] header, long offset) {
    ByteBuffer fields = ByteBuffer.wrap(header);
    if ((fields.getInt(0) & ~1) != MAGIC) {
      return Optional.empty();
    }
    int first = fields.getInt(SUMMED);
    int second = fields.getInt(SUMMED + Integer.BYTES);
    WalChecksum sum = new WalChecksum((fields.getInt(0) & 1) == 0, 0, 0);
    sum.add(header, 0, SUMMED);
    return sum.is(first, second)
        ? Optional.of(new Segment(index, header, 0, first, second, offset))
        : Optional.empty();
  }

  /** Returns a segment of the same log that starts later. */
  Segment from(int newIndex, int frame, int first, int second, long newOffset) {
    return new Segment(newIndex, header, frame, first, second, newOffset);
  }

  int pageSize() {
    int stored = ByteBuffer.wrap(header).getInt(8);
    return stored == 1 ? 1 << 16 : stored;
  }

  int frameSize() {
    return FRAME_HEADER + pageSize();
  }

  long salts() {
    return ByteBuffer.wrap(header).getLong(16);
  }

  boolean isLog(long salts) {
    return salts() == salts;
  }

  /** Returns where a frame starts in the file of frames; frames are counted from 1. */
  long position(int frame) {
    return offset + (long) (frame - 1 - startFrame) * frameSize();
  }

  /** Returns where a frame starts in the log. */
  long positionInLog(int frame) {
    return HEADER + (long) (frame - 1) * frameSize();
  }

  WalChecksum checksum() {
    return new WalChecksum((header[3] & 1) == 0, firstSum, secondSum);
  }

  ByteBuffer toRecord() {
    ByteBuffer bytes = ByteBuffer.allocate(RECORD);
    bytes.put(header).putInt(startFrame).putInt(firstSum).putInt(secondSum).putLong(offset);
    bytes.putInt(RECORD - Integer.BYTES, crc(bytes));
    return bytes.rewind();
  }

  /** Reads a record; empty when it is not whole. */
  static Optional<Segment> ofRecord(int index, ByteBuffer bytes) {
    if (bytes.getInt(RECORD - Integer.BYTES) != crc(bytes)) {
      return Optional.empty();
    }
    byte[] header = new byte[HEADER];
    bytes.get(0, header);
    return Optional.of(
        new Segment(
            index,
            header,
            bytes.getInt(32),
            bytes.getInt(36),
            bytes.getInt(40),
            bytes.getLong(44)));
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), 0, RECORD - Integer.BYTES);
    return (int) crc.getValue();
  }
}
