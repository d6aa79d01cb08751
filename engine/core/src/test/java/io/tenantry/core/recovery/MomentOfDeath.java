package io.tenantry.core.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** When a process dies, told by what its files look like from outside, as a kill sees them. */
enum MomentOfDeath {
  /** Whatever happens just then. */
  ANY {
    @Override
    Object look(Path database, Path history) {
      return new Object();
    }
  },

  /** The last connection closes: the log goes, or comes again. */
  LOG_COMES_OR_GOES {
    @Override
    Object look(Path database, Path history) {
      return Files.exists(logOf(database));
    }
  },

  /** The log starts anew: its header has other salts, a commit need not follow. */
  LOG_BEGINS_ANEW {
    @Override
    Object look(Path database, Path history) throws IOException {
      ByteBuffer header = ByteBuffer.allocate(Segment.HEADER);
      try (FileChannel log = FileChannel.open(logOf(database))) {
        log.read(header, 0);
      } catch (NoSuchFileException _) {
        return Optional.empty();
      }
      return header.getLong(16);
    }
  },

  /** The log is being folded into the database. */
  DATABASE_CHANGES {
    @Override
    Object look(Path database, Path history) throws IOException {
      return FileHistory.stateOf(database);
    }
  },

  /** An epoch begins, or its first files come. */
  EPOCH_BEGINS {
    @Override
    Object look(Path database, Path history) throws IOException {
      try (Stream<Path> files = Files.walk(history, 2)) {
        return files.filter(file -> !file.toString().endsWith(".part")).toList();
      } catch (UncheckedIOException | NoSuchFileException _) {
        return this; // something went while it was listed
      }
    }
  };

  abstract Object look(Path database, Path history) throws IOException;

  /** Returns as soon as something has changed. */
  void await(Path database, Path history) {
    try {
      Object before = look(database, history);
      while (before.equals(look(database, history))) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path logOf(Path database) {
    return database.resolveSibling(database.getFileName() + "-wal");
  }
}
