package io.tenantry.core.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The file descriptors of this process: SQLite says of a file only that it cannot be opened. */
public final class Descriptors {
  private static final Path NOTHING = Path.of("/dev/null");

  /** What a database takes: its file, its log, and the index of that. */
  private static final int OF_A_DATABASE = 3;

  private Descriptors() {}

  /** Returns whether there are too few for another database. */
  public static boolean areFew() {
    if (!Files.exists(NOTHING)) {
      return false; // where there is no such file, they do not run out
    }
    List<Closeable> taken = new ArrayList<>(OF_A_DATABASE);
    try {
      while (taken.size() < OF_A_DATABASE) {
        taken.add(FileChannel.open(NOTHING, StandardOpenOption.READ));
      }
      return false;
    } catch (IOException _) {
      return true;
    } finally {
      taken.forEach(Descriptors::close);
    }
  }

  private static void close(Closeable one) {
    try {
      one.close();
    } catch (IOException e) {
      throw new IllegalStateException("nothing cannot be closed", e);
    }
  }
}
