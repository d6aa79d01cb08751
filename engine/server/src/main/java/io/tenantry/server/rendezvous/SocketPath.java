package io.tenantry.server.rendezvous;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Where the socket of a data folder is: in the folder, or, since systems allow about a hundred
 * bytes for such a path, in a folder of our own below the temporary one.
 */
final class SocketPath {
  private static final String NAME = "engine.sock";
  private static final int MAX_BYTES = 100;
  private static final int HASH_BYTES = 8;
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private SocketPath() {}

  /** Returns the path for the holder of the folder, and makes what must be above it. */
  static Path toOpen(Path dataFolder) throws IOException {
    Path inside = inside(dataFolder);
    if (fits(inside)) {
      return inside;
    }
    Path folder = fallback(dataFolder);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      if (isPosix(folder)) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
      } else {
        Files.createDirectory(folder);
      }
    }
    if (!isTrusted(folder, dataFolder)) {
      throw new IOException(folder + " belongs to somebody else");
    }
    return folder.resolve(NAME);
  }

  /** Returns the path for a visitor; empty when there is no socket that the folder's owner made. */
  static Optional<Path> toVisit(Path dataFolder) {
    try {
      Path inside = inside(dataFolder);
      if (fits(inside)) {
        return Optional.of(inside).filter(Files::exists);
      }
      Path folder = fallback(dataFolder);
      Path outside = folder.resolve(NAME);
      return Files.exists(outside) && isTrusted(folder, dataFolder)
          ? Optional.of(outside)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static void restrictToOwner(Path socket) throws IOException {
    if (isPosix(socket)) {
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static Path inside(Path dataFolder) throws IOException {
    return dataFolder.toRealPath().resolve(NAME);
  }

  private static boolean fits(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  private static Path fallback(Path dataFolder) throws IOException {
    return Path.of(System.getProperty("java.io.tmpdir"))
        .toRealPath()
        .resolve("tenantry-" + hash(dataFolder.toRealPath().toString()));
  }

  private static String hash(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static boolean isTrusted(Path folder, Path dataFolder) throws IOException {
    if (!isPosix(folder)) {
      return true;
    }
    return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(dataFolder))
        && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OWNER_FOLDER);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
