package io.tenantry.core.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and texts into as few bytes as they need. Not thread-safe. */
final class Bytes {
  private byte[] bytes = new byte[256];
  private int size;

  /** Writes a number of 0 or more, seven bits a byte. */
  void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Writes a number that may be negative. */
  void signed(long value) {
    number(value << 1 ^ value >> 63);
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  void append(Bytes other) {
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  /** Reads what was written, in the same order. */
  static final class Reader {
    private final byte[] bytes;
    private int position;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean hasNext() {
      return position < bytes.length;
    }

    long number() {
      long value = 0;
      int shift = 0;
      byte next = bytes[position++];
      while (next < 0) {
        value |= (next & 0x7FL) << shift;
        shift += 7;
        next = bytes[position++];
      }
      return value | (long) next << shift;
    }

    long signed() {
      long value = number();
      return value >>> 1 ^ -(value & 1);
    }

    String text() {
      int length = (int) number();
      position += length;
      return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }
  }
}
