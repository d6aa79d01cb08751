package io.tenantry.core.files;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole files so that a crash leaves the old one or the new one, never a part: a temporary
 * file in the same folder is written and synced, renamed, and the folder synced. Any thread.
 */
public final class AtomicFiles {
  /** End of the name of a file that is not finished; left over only by a crash. */
  public static final String TEMPORARY_SUFFIX = ".part";

  private AtomicFiles() {}

  /**
   * Writes a file, replacing one that is there; makes its folder when it is missing.
   *
   * @param content the whole file; its position is left where it was
   * @throws io.tenantry.contract.error.EngineException INTERNAL_ERROR, for a full disk with detail
   *     {@code reason} {@code disk_full}
   */
  public static void write(Path file, ByteBuffer content) {
    writeUnsynced(file, content);
    syncFolder(folderOf(file));
  }

  /** Writes a file as {@link #write(Path, ByteBuffer)} does. */
  public static void write(Path file, byte[] content) {
    write(file, ByteBuffer.wrap(content));
  }

  /**
   * Writes and syncs a file under its final name but leaves its folder unsynced, for those who
   * write many files into few folders and then call {@link #syncFolder} once per folder.
   */
  public static void writeUnsynced(Path file, ByteBuffer content) {
    createFolder(folderOf(file));
    Path temporary = temporaryFor(file);
    try {
      writeSynced(temporary, content.asReadOnlyBuffer());
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(temporary, e);
      throw FileFailures.of("write", file, e);
    }
  }

  /** Creates an empty file, readable by the owner only, where there is none. */
  public static void createEmpty(Path file) {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createFile(file, ownerOnly("rw-------"));
    } catch (IOException e) {
      throw FileFailures.of("create", file, e);
    }
  }

  /** Makes renames and deletions inside a folder durable; nothing to do when it is missing. */
  public static void syncFolder(Path folder) {
    if (isWindows() || !Files.exists(folder)) {
      return; // on Windows a folder cannot be opened; its journal orders renames
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw FileFailures.of("sync", folder, e);
    }
  }

  /** Creates a folder and those above it, readable by the owner only. */
  public static void createFolder(Path folder) {
    if (Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(folder, ownerOnly("rwx------"));
    } catch (IOException e) {
      throw FileFailures.of("create folder", folder, e);
    }
  }

  /** Deletes a file if it is there. */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileFailures.of("delete", file, e);
    }
  }

  /** Deletes a folder if it is there and empty. */
  public static void deleteEmptyFolder(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException _) {
      return; // somebody uses it
    } catch (IOException e) {
      throw FileFailures.of("delete", folder, e);
    }
  }

  /** Deletes a folder with all that is in it, if it is there; links are removed, not followed. */
  public static void deleteTree(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Deleter());
    } catch (IOException e) {
      throw FileFailures.of("delete", folder, e);
    }
  }

  private static void writeSynced(Path file, ByteBuffer content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly("rw-------"))) {
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
  }

  static FileAttribute<?>[] ownerOnly(String permissions) {
    return isWindows()
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
  }

  /** Names a temporary file beside a file, which no other has. */
  public static Path temporaryFor(Path file) {
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return file.resolveSibling("." + file.getFileName() + "." + random + TEMPORARY_SUFFIX);
  }

  private static void discard(Path temporary, IOException because) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  /** Returns the folder that a file is in. */
  public static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("no folder above " + file);
    }
    return folder;
  }

  /** Deletes what it walks over, contents before their folder. */
  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
