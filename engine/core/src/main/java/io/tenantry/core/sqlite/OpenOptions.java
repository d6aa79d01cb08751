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
 * @param alone whether no other connection uses the file meanwhile: then its log needs no shared
 *     memory, which saves a third file
 * @param keepsLog whether commits leave the log alone, because its owner folds it into the file
 */
public record OpenOptions(
    Path path,
    OpenMode mode,
    Profile profile,
    Duration busyTimeout,
    boolean alone,
    boolean keepsLog) {
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  /** Makes the path absolute, so that one file has one name. */
  public OpenOptions {
    path = path.toAbsolutePath().normalize();
  }

  /** Options with a busy timeout of five seconds. */
  public OpenOptions(Path path, OpenMode mode, Profile profile) {
    this(path, mode, profile, BUSY_TIMEOUT);
  }

  /** Options for a file that others may use, too. */
  public OpenOptions(Path path, OpenMode mode, Profile profile, Duration busyTimeout) {
    this(path, mode, profile, busyTimeout, false, false);
  }

  /** The engine's own access to a file that must exist. */
  public static OpenOptions engine(Path path) {
    return new OpenOptions(path, OpenMode.READ_WRITE, Profile.ENGINE);
  }

  /** Returns the same options for a file that nobody else can open meanwhile. */
  public OpenOptions onlyUser() {
    return new OpenOptions(path, mode, profile, busyTimeout, true, keepsLog);
  }

  /** Returns the same options for a log that somebody else folds into the file. */
  public OpenOptions keepingLog() {
    return new OpenOptions(path, mode, profile, busyTimeout, alone, true);
  }
}
