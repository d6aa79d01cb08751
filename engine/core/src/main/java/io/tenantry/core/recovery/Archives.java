package io.tenantry.core.recovery;

import io.tenantry.core.databases.LogWatch;
import io.tenantry.core.databases.LogWatches;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.inspection.FileWalk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The archives of all databases that have a host of their own, at {@code
 * archives/{project}/{database}/{generation}}. Copies the frames of open ones every second. Any
 * thread.
 */
public final class Archives implements LogWatches, AutoCloseable {
  private static final long COPY_EVERY_MILLIS = 1000;
  private static final long FOLD_BYTES = 16L << 20;

  private final DataFolder folder;
  private final TenantPlaces places;
  private final InstantSource clock;
  private final long foldBytes;
  private final Map<Path, Archive> open = new ConcurrentHashMap<>();
  private final ReadWriteLock pruning = new ReentrantReadWriteLock();
  private final ScheduledExecutorService copier =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("wal-archiver").factory());

  /** Archives what opens from now on. */
  public Archives(DataFolder folder, TenantPlaces places, InstantSource clock) {
    this(folder, places, clock, FOLD_BYTES);
  }

  /**
   * Archives what opens from now on.
   *
   * @param foldBytes length from which a log is folded into its database
   */
  Archives(DataFolder folder, TenantPlaces places, InstantSource clock, long foldBytes) {
    this.foldBytes = foldBytes;
    this.folder = folder;
    this.places = places;
    this.clock = clock;
    copier.scheduleWithFixedDelay(
        this::copyAll, COPY_EVERY_MILLIS, COPY_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public LogWatch of(Path file) {
    Optional<TenantPlace> place = places.dedicated(file);
    return place.isPresent()
        ? new Archive(file, historyOf(place.get()), clock, this, foldBytes)
        : LogWatch.NONE;
  }

  private void copyAll() {
    open.values().forEach(Archive::copyInBackground);
  }

  void opened(Archive archive) {
    open.put(archive.database(), archive);
  }

  void closed(Archive archive) {
    open.remove(archive.database(), archive);
  }

  /** Returns the archives of databases that are open now. */
  List<Archive> open() {
    return List.copyOf(open.values());
  }

  /** Returns the archive of a place, if its database is open now. */
  Optional<Archive> open(TenantPlace place) {
    return Optional.ofNullable(open.get(places.file(place)));
  }

  /** Returns the history of one file of a database. */
  FileHistory historyOf(TenantPlace place) {
    return new FileHistory(folderOf(place).resolve(Integer.toString(place.generation())));
  }

  /** Returns the folder with the histories of all files of a database. */
  Path folderOf(TenantPlace place) {
    return folder.archives(place.project()).resolve(place.database());
  }

  /** Returns the folder with the histories of all databases of all projects. */
  Path root() {
    return folder.root().resolve("archives");
  }

  /** Returns how much is kept of a database. */
  long sizeOf(TenantPlace place) {
    LongAdder bytes = new LongAdder();
    FileWalk.below(folderOf(place), file -> bytes.add(file.toFile().length()));
    return bytes.sum();
  }

  /** Forgets the history of one file, unless somebody reads just now. */
  void deleteHistory(Path history) {
    if (pruning.writeLock().tryLock()) {
      try {
        AtomicFiles.deleteTree(history);
      } finally {
        pruning.writeLock().unlock();
      }
    }
  }

  /** Read-locked by who reads a history, write-locked by who takes old parts away. */
  ReadWriteLock pruning() {
    return pruning;
  }

  /** Forgets all about a database. */
  void delete(TenantPlace place) {
    pruning.writeLock().lock();
    try {
      AtomicFiles.deleteTree(folderOf(place));
    } finally {
      pruning.writeLock().unlock();
    }
  }

  /** Stops to copy by the clock; databases that still close are archived to their end. */
  @Override
  public void close() {
    copier.shutdownNow();
  }
}
