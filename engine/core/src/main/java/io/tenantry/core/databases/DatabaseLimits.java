package io.tenantry.core.databases;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How much the open databases may hold.
 *
 * @param maxConnections open connections over all databases; each takes up to three descriptors
 * @param readersPerDatabase connections of one database that read at the same time
 * @param idleAfter how long an unused database stays open
 */
public record DatabaseLimits(int maxConnections, int readersPerDatabase, Duration idleAfter) {
  private static final int DESCRIPTORS_PER_CONNECTION = 3;
  private static final int DESCRIPTORS_FOR_OTHERS = 512;
  private static final int MOST_CONNECTIONS = 2000;
  private static final int FEWEST_CONNECTIONS = 16;
  private static final int READERS = 4;
  private static final Duration IDLE_AFTER = Duration.ofSeconds(60);

  /** Checks the numbers. */
  public DatabaseLimits {
    if (maxConnections < 1 || readersPerDatabase < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** Returns limits that fit the number of file descriptors this process may have. */
  public static DatabaseLimits ofThisProcess() {
    return forDescriptors(maxDescriptors());
  }

  static DatabaseLimits forDescriptors(long descriptors) {
    long fitting = (descriptors - DESCRIPTORS_FOR_OTHERS) / DESCRIPTORS_PER_CONNECTION;
    int connections = Math.clamp(fitting, FEWEST_CONNECTIONS, MOST_CONNECTIONS);
    return new DatabaseLimits(connections, READERS, IDLE_AFTER);
  }

  /** Returns whether so few are left for others that databases may have to give them theirs. */
  boolean isTight() {
    return maxConnections < MOST_CONNECTIONS;
  }

  private static long maxDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }
}
