package io.tenantry.core.databases;

/**
 * How many workers the lanes have, and how much work may wait for each lane.
 *
 * @param fastThreads workers of {@link Lane#FAST}
 * @param slowThreads workers of {@link Lane#SLOW}
 * @param queueCapacity waiting pieces of work per lane; more are refused
 */
public record LaneSizes(int fastThreads, int slowThreads, int queueCapacity) {
  private static final int FEWEST_THREADS = 8;
  private static final int QUEUE_CAPACITY = 512;

  /**
   * Four workers per processor in the fast lane (waiting for the disk overlaps), two in the slow.
   */
  public static LaneSizes forThisMachine() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new LaneSizes(
        Math.max(FEWEST_THREADS, 4 * processors),
        Math.max(FEWEST_THREADS / 2, 2 * processors),
        QUEUE_CAPACITY);
  }
}
