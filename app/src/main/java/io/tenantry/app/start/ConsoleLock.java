package io.tenantry.app.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write the files of a settings folder, held by one process at a time. The system
 * takes it back when the process ends, in whatever way.
 */
final class ConsoleLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleLock.class);
  private static final String FILE = "console.lock";

  private final FileChannel channel;

  private ConsoleLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder, which is made when it is missing.
   *
   * @return empty while another process, or somebody else in this one, has it
   * @throws IOException when the folder cannot be made or written
   */
  static Optional<ConsoleLock> take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException here) {
      LOG.debug("{} is locked in this process", folder);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new ConsoleLock(channel));
  }

  /** Says whether somebody has the lock of a folder now. */
  static boolean isHeld(Path folder) {
    if (!Files.exists(folder.resolve(FILE))) {
      return false;
    }
    try {
      Optional<ConsoleLock> free = take(folder);
      free.ifPresent(ConsoleLock::close);
      return free.isEmpty();
    } catch (IOException unusable) {
      return false;
    }
  }

  /** Gives it back. The file stays: to delete it would take the lock from a third one. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("The lock of the settings folder could not be given back", e);
    }
  }
}
