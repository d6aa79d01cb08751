package io.tenantry.core.sqlite;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to open a database.
 *
 * @param path the file; made absolute
 * @param mode what the connection may do with the file
 * @param profile for whom the connection works
 * @param busyTimeout how long SQLite waits for the lock of another connection
 */
public record OpenOptions(Path path, OpenMode mode, Profile profile, Duration busyTimeout) {
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  /** Makes the path absolute, so that one file has one name. */
  public OpenOptions {
    path = path.toAbsolutePath().normalize();
  }

  /** Options with a busy timeout of five seconds. */
  public OpenOptions(Path path, OpenMode mode, Profile profile) {
    this(path, mode, profile, BUSY_TIMEOUT);
  }

  /** The engine's own access to a file that must exist. */
  public static OpenOptions engine(Path path) {
    return new OpenOptions(path, OpenMode.READ_WRITE, Profile.ENGINE);
  }
}
