package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that a step of the build starts with. */
final class Folders {

  private Folders() {}

  /** Leaves an empty folder, whatever was there. */
  static void empty(Path folder) throws IOException {
    remove(folder);
    Files.createDirectories(folder);
  }

  /** Removes the folder with all it holds, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
