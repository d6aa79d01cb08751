package io.tenantry.core.logs;

import java.util.Arrays;

/**
 * Counts durations in buckets that grow with the duration: 16 per power of two, so a percentile is
 * exact to 3 percent. Two histograms add up to one of both. Not thread-safe.
 */
final class Histogram {
  private static final int SUB_BITS = 4;
  private static final int SUB = 1 << SUB_BITS;
  private static final int HIGHEST_BIT = 41;
  private static final int BUCKETS = (HIGHEST_BIT - SUB_BITS + 2) * SUB;

  private final long[] counts = new long[BUCKETS];
  private long total;

  void clear() {
    Arrays.fill(counts, 0);
    total = 0;
  }

  void add(long micros) {
    counts[bucket(micros)]++;
    total++;
  }

  void add(Histogram other) {
    for (int i = 0; i < BUCKETS; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
  }

  /** Returns the duration that the given share of all did not exceed; 0 when there is none. */
  long percentile(double share) {
    if (total == 0) {
      return 0;
    }
    long wanted = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return middle(i);
      }
    }
    return middle(BUCKETS - 1);
  }

  private static int bucket(long micros) {
    if (micros < SUB) {
      return (int) Math.max(0, micros);
    }
    int high = 63 - Long.numberOfLeadingZeros(micros);
    if (high > HIGHEST_BIT) {
      return BUCKETS - 1;
    }
    int shift = high - SUB_BITS;
    return (shift + 1) * SUB + (int) (micros >>> shift) - SUB;
  }

  private static long middle(int bucket) {
    if (bucket < SUB) {
      return bucket;
    }
    int shift = bucket / SUB - 1;
    long low = (long) (bucket % SUB + SUB) << shift;
    return low + (1L << shift) / 2;
  }

  /** Returns the buckets that are not empty: their distance to the one before, and the count. */
  byte[] encode() {
    Bytes bytes = new Bytes();
    int last = -1;
    for (int i = 0; i < BUCKETS; i++) {
      if (counts[i] > 0) {
        bytes.number(i - last);
        bytes.number(counts[i]);
        last = i;
      }
    }
    return bytes.toArray();
  }

  /** Adds what {@link #encode} returned. */
  void addEncoded(byte[] encoded) {
    Bytes.Reader reader = new Bytes.Reader(encoded);
    int bucket = -1;
    while (reader.hasNext()) {
      bucket += (int) reader.number();
      long count = reader.number();
      counts[bucket] += count;
      total += count;
    }
  }
}
