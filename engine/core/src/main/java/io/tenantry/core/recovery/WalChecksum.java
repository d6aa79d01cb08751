package io.tenantry.core.recovery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The running checksum that chains the frames of a write-ahead log. One thread at a time. */
final class WalChecksum {
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final boolean little;
  private int first;
  private int second;

  WalChecksum(boolean little, int first, int second) {
    this.little = little;
    this.first = first;
    this.second = second;
  }

  /** Adds bytes, a multiple of eight. */
  void add(byte[] bytes, int from, int length) {
    int a = first;
    int b = second;
    for (int i = from; i < from + length; i += Long.BYTES) {
      long both = (long) LITTLE.get(bytes, i);
      int low = (int) both;
      int high = (int) (both >>> Integer.SIZE);
      a += (little ? low : Integer.reverseBytes(low)) + b;
      b += (little ? high : Integer.reverseBytes(high)) + a;
    }
    first = a;
    second = b;
  }

  boolean is(int wantedFirst, int wantedSecond) {
    return first == wantedFirst && second == wantedSecond;
  }
}
