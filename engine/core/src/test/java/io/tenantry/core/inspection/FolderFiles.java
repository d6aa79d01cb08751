package io.tenantry.core.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder, for tests that compare or damage it. */
final class FolderFiles {
  private FolderFiles() {}

  /** Copies a folder with times and permissions. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Names every file with its hash, time and permissions; all but the lock, which is no data. */
  static List<String> state(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.endsWith("engine.lock"))
          .filter(file -> !file.equals(folder))
          .sorted()
          .map(file -> state(folder, file))
          .toList();
    }
  }

  private static String state(Path folder, Path file) {
    try {
      PosixFileAttributes found = Files.readAttributes(file, PosixFileAttributes.class);
      return "%s %s %s %s"
          .formatted(
              folder.relativize(file),
              found.lastModifiedTime(),
              PosixFilePermissions.toString(found.permissions()),
              found.isDirectory() ? "folder" : hash(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
