package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Gives all files of an image one fixed time. The cache remembers the times of the jars it was
 * trained with, and packaging would otherwise change them.
 */
final class FileTimes {

  static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private FileTimes() {}

  static void pin(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      for (Path path : found.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        Files.setLastModifiedTime(path, FileTime.from(EPOCH));
      }
    }
  }
}
