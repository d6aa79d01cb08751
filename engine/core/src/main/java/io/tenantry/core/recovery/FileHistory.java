package io.tenantry.core.recovery;

import io.tenantry.core.files.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The folder with the history of one database file: its epochs, and the file {@code closed}, which
 * says how the database file looked, and where its log ended, when all of the log had last been
 * folded into it. Until the next folding it tells that the file holds all that is archived up to
 * there, whether the log is still there or not.
 *
 * @param folder where it is
 */
record FileHistory(Path folder) {
  private static final String CLOSED = "closed";
  private static final int BUFFER = 1 << 20;

  /** Returns the epochs, oldest first. */
  List<Epoch> epochs() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> Epoch.at(file).stream())
          .sorted(Comparator.comparingInt(Epoch::number))
          .toList();
    }
  }

  Optional<Epoch> latest() throws IOException {
    List<Epoch> all = epochs();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /**
   * Returns the latest epoch after taking those away that a crash cut off before they had begun:
   * they hold nothing, and the one before goes on.
   */
  Optional<Epoch> latestBegun() throws IOException {
    Optional<Epoch> latest = latest();
    while (latest.isPresent() && !latest.get().hasBegun()) {
      AtomicFiles.deleteTree(latest.get().folder());
      latest = latest();
    }
    return latest;
  }

  /** Returns an epoch that does not exist yet. */
  Epoch next(boolean continuous) throws IOException {
    int number = latest().map(epoch -> epoch.number() + 1).orElse(0);
    return Epoch.of(folder, number, continuous && number > 0);
  }

  /** Returns what tells a changed database file from the same one. */
  static Optional<String> stateOf(Path database) throws IOException {
    if (!Files.exists(database)) {
      return Optional.empty();
    }
    BasicFileAttributes found = Files.readAttributes(database, BasicFileAttributes.class);
    return Optional.of(
        found.size() + " " + found.lastModifiedTime().toInstant() + " " + found.fileKey());
  }

  /**
   * Returns whether the database file is as it was when its log had last been folded, and the
   * archive ends where the log then ended. Notes of earlier versions do not say where that was.
   */
  boolean isAsFolded(Path database, LogEnd end) throws IOException {
    Optional<String> state = stateOf(database);
    Optional<String> noted = noted();
    return state.isPresent()
        && (noted.equals(state) || noted.equals(Optional.of(note(state.get(), end))));
  }

  /** Notes that the database file holds all that its log held up to where it ends. */
  void noteFolded(Path database, LogEnd end) throws IOException {
    Optional<String> note = stateOf(database).map(state -> note(state, end));
    if (note.isPresent() && !note.equals(noted())) {
      AtomicFiles.write(folder.resolve(CLOSED), note.get().getBytes(StandardCharsets.UTF_8));
    }
  }

  private Optional<String> noted() throws IOException {
    Path marker = folder.resolve(CLOSED);
    return Files.exists(marker)
        ? Optional.of(Files.readString(marker, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static String note(String state, LogEnd end) {
    return state + "\n" + end;
  }

  /** Says that the archive no longer holds all that the database file may hold. */
  void forgetFolded() throws IOException {
    Files.deleteIfExists(folder.resolve(CLOSED));
  }

  /** Copies a database file that nobody has open. */
  static void copyBase(Path database, Path base) throws IOException {
    Path part = AtomicFiles.temporaryFor(base);
    try {
      Files.copy(database, part, StandardCopyOption.REPLACE_EXISTING);
      finish(part, base);
    } finally {
      AtomicFiles.delete(part);
    }
  }

  /** Compresses a copy of a database, fast rather than small, and makes it durable. */
  static void compress(Path copy, Path compressed) throws IOException {
    PlainFile.write(compressed).close();
    try (InputStream in = Files.newInputStream(copy);
        OutputStream out = new FastGzip(Files.newOutputStream(compressed))) {
      in.transferTo(out);
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Makes a file durable, then gives it its name. */
  static void finish(Path part, Path base) throws IOException {
    try (PlainFile file = PlainFile.write(part)) {
      file.sync();
    }
    Files.move(part, base, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = base.getParent();
    if (folder != null) {
      AtomicFiles.syncFolder(folder);
    }
  }
}
