package io.tenantry.core.sources;

import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which files of this machine may be read. Symbolic links count as what they lead to. Immutable;
 * any thread.
 */
public final class SourceFiles {
  private static final String REFUSED =
      "The engine may not read this file. Its configuration names the folders from which files are"
          + " imported (imports.folders)";

  private final List<Path> allowed;
  private final List<Path> forbidden;

  /**
   * Takes the rules.
   *
   * @param allowed folders below which everyone who may import reads files
   * @param forbidden folders of the engine itself, from which nobody does
   */
  public SourceFiles(List<Path> allowed, List<Path> forbidden) {
    this.allowed = List.copyOf(allowed);
    this.forbidden = List.copyOf(forbidden);
  }

  /**
   * Returns the real path of a file that the reader may read.
   *
   * @throws EngineException FORBIDDEN, without saying whether the file exists; BAD_REQUEST when it
   *     is missing or no file
   */
  Path readable(String path, Reader reader) {
    Path absolute = parse(path);
    boolean everywhere = reader == Reader.OWNER_IN_PROCESS;
    if (!everywhere && !isBelow(absolute, allowed)) {
      throw EngineException.forbidden(REFUSED);
    }
    Path real = real(absolute);
    if (isBelow(real, forbidden) || !everywhere && !isBelow(real, allowed)) {
      throw EngineException.forbidden(REFUSED);
    }
    if (!Files.isRegularFile(real)) {
      throw missing(path, "is not a file");
    }
    return real;
  }

  private static Path parse(String path) {
    try {
      return Path.of(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw missing(path, "is not a path");
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw missing(file.toString(), "cannot be found");
    }
  }

  private static boolean isBelow(Path file, List<Path> folders) {
    return folders.stream()
        .anyMatch(folder -> file.startsWith(realFolder(folder)) || file.startsWith(plain(folder)));
  }

  /** A folder that does not exist yet holds nothing that could be read. */
  private static Path realFolder(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return plain(folder);
    }
  }

  private static Path plain(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  private static EngineException missing(String path, String problem) {
    return EngineException.badField("connection.path", "connection.path '" + path + "' " + problem);
  }
}
