package io.tenantry.core.files;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right to a data folder. The lock is on one byte far behind the text, so that the
 * text stays readable on every system. Any thread.
 */
final class FolderLock implements AutoCloseable {
  private static final long LOCKED_BYTE = 1L << 40;

  /**
   * Folders locked by this process. Needed because POSIX drops all locks of a process on a file as
   * soon as it closes any handle of that file: one that is held must not even be opened for
   * reading.
   */
  private static final ConcurrentMap<Path, FolderLock> HELD = new ConcurrentHashMap<>();

  private final Path file;
  private volatile LockHolder holder;
  private @Nullable FileChannel channel;

  private FolderLock(Path file, LockHolder holder) {
    this.file = file;
    this.holder = holder;
  }

  /** Takes the lock or says who has it. */
  static FolderLock take(Path file, Instant now) {
    LockHolder self =
        new LockHolder(ProcessHandle.current().pid(), hostName(), now, Optional.empty());
    FolderLock lock = new FolderLock(file, self);
    FolderLock other = HELD.putIfAbsent(file, lock);
    if (other != null) {
      throw locked(file, Optional.of(other.holder));
    }
    boolean taken = false;
    try {
      taken = lock.acquire();
    } catch (IOException e) {
      throw FileFailures.of("lock", file, e);
    } finally {
      if (!taken) {
        HELD.remove(file, lock);
      }
    }
    if (!taken) {
      throw locked(file, read(file));
    }
    return lock;
  }

  /** Refuses a folder that this process has open already, before any of its files is looked at. */
  static void requireNotOurs(Path file) {
    FolderLock own = HELD.get(file);
    if (own != null) {
      throw locked(file, Optional.of(own.holder));
    }
  }

  /** Says who has the lock; the text may be left over, so only the lock itself proves it. */
  static Optional<LockHolder> holder(Path file) {
    FolderLock own = HELD.get(file);
    return own == null ? read(file) : Optional.of(own.holder);
  }

  /** Tells others where this process answers HTTP. */
  synchronized void publish(URI url) {
    LockHolder published =
        new LockHolder(holder.pid(), holder.host(), holder.startedAt(), Optional.of(url));
    holder = published;
    try {
      writeText(published);
    } catch (IOException e) {
      throw FileFailures.of("write", file, e);
    }
  }

  @Override
  public synchronized void close() {
    FileChannel open = channel;
    if (open == null) {
      return;
    }
    channel = null;
    try {
      open.truncate(0);
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release " + file, e);
    } finally {
      HELD.remove(file, this);
    }
  }

  private synchronized boolean acquire() throws IOException {
    FileChannel opened =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            AtomicFiles.ownerOnly("rw-------"));
    boolean done = false;
    try {
      FileLock taken = opened.tryLock(LOCKED_BYTE, 1, false);
      if (taken != null) {
        channel = opened;
        writeText(holder);
        done = true;
      }
      return done;
    } finally {
      if (!done) {
        channel = null;
        opened.close();
      }
    }
  }

  private void writeText(LockHolder text) throws IOException {
    FileChannel open = channel;
    if (open == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.toText().getBytes(StandardCharsets.UTF_8));
    open.truncate(0);
    for (long at = 0; bytes.hasRemaining(); ) {
      at += open.write(bytes, at);
    }
    open.force(true);
  }

  private static Optional<LockHolder> read(Path file) {
    try {
      return LockHolder.parse(Files.readString(file));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static EngineException locked(Path file, Optional<LockHolder> holder) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("path", String.valueOf(file.getParent()));
    holder.ifPresent(
        by -> {
          details.put("pid", by.pid());
          details.put("host", by.host());
          by.url().ifPresent(url -> details.put("url", url.toString()));
        });
    return new EngineException(ErrorCode.CONFLICT, message(file, holder), details, null)
        .because(FailureReason.LOCKED);
  }

  private static String message(Path file, Optional<LockHolder> holder) {
    String who =
        holder
            .map(by -> "process %d on %s".formatted(by.pid(), by.host()))
            .orElse("another process");
    String where =
        holder.flatMap(LockHolder::url).map(url -> ", which answers at " + url).orElse("");
    return "The data folder %s is in use by %s%s".formatted(file.getParent(), who, where);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
