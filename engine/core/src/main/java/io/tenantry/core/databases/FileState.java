package io.tenantry.core.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a database file looks like from outside; nothing here opens it. */
final class FileState {
  private static final long SMALL_BYTES = 16 << 20;

  private FileState() {}

  /** Returns whether work on all of it is over soon. */
  static boolean isSmall(Path file) {
    try {
      return Files.size(file) <= SMALL_BYTES;
    } catch (IOException e) {
      return false; // opening it says what is wrong
    }
  }

  /** Returns whether it is there, and a log beside it that may have to be folded into it. */
  static boolean hasLog(Path file) {
    return Files.exists(file) && Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
  }
}
