package io.tenantry.core.inspection;

import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
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

  /** Returns a file whose path in the folder matches; the first of several. */
  static Path find(Path folder, String path) throws IOException {
    Pattern wanted = Pattern.compile(path);
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> wanted.matcher(folder.relativize(file).toString()).matches())
          .sorted()
          .findFirst()
          .orElseThrow(() -> new AssertionError("no file like " + path));
    }
  }

  /** Flips all bits of a part of a file. */
  static void overwrite(Path file, int position, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = position; i < Math.min(bytes.length, position + length); i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    Files.write(file, bytes);
  }

  /** Runs a statement on a database that nobody has open. */
  static void sql(Path file, String sql) {
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase database = sqlite.open(OpenOptions.engine(file).onlyUser())) {
      database.execute(sql);
    }
  }

  /** Makes a database by a script. */
  static void make(Path file, String script) {
    OpenOptions options = new OpenOptions(file, OpenMode.CREATE, Profile.ENGINE);
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase database = sqlite.open(options)) {
      database.executeScript(script);
    }
  }

  static String resource(String name) throws IOException {
    try (InputStream in = FolderFiles.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n;\n";
    }
  }

  /** Gives every file the permissions that the engine gives. */
  static void keepFromOthers(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
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
