package io.tenantry.core.databases;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open connections of one database: at most one that writes and a few that read. A connection
 * is opened, used and closed only under a permit of its kind, so whoever holds all permits knows
 * the file to be closed. Any thread.
 */
final class DatabaseHandle {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHandle.class);

  /** A connection and the schema its prepared statements were made for. */
  private record Pooled(SqliteDatabase database, int generation) {}

  /** Opens a connection within the limits of all databases. */
  interface Opener {
    /** Takes the right to one more connection; may close idle ones, of this database too. */
    void reserve(Deadline deadline);

    /** Opens a connection with the right to it, which is gone when this fails. */
    SqliteDatabase open(OpenOptions options);

    void close(SqliteDatabase database);
  }

  private final Path path;
  private final Opener opener;
  private final int readers;
  private final LogWatch watch;

  /** Held while connections open and close: who closes the last one knows it. */
  private final ReentrantLock opening = new ReentrantLock();

  private final Semaphore writerPermit = new Semaphore(1, true);
  private final Semaphore readerPermits;
  private final Deque<Pooled> idleWriter = new ConcurrentLinkedDeque<>();
  private final Deque<Pooled> idleReaders = new ConcurrentLinkedDeque<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger generation = new AtomicInteger();

  /** How many use it or wait for it. */
  private final HandleUsers users = new HandleUsers();

  DatabaseHandle(Path path, Opener opener, int readers, LogWatch watch) {
    this.path = path;
    this.opener = opener;
    this.readers = readers;
    this.watch = watch;
    this.readerPermits = new Semaphore(readers); // unfair: handing over costs more than a read
  }

  Lease reader(Profile profile, Deadline deadline, Runnable after) {
    return lease(readerPermits, idleReaders, OpenMode.READ_ONLY, profile, deadline, after);
  }

  Lease writer(Profile profile, Deadline deadline, Runnable after) {
    return lease(writerPermit, idleWriter, OpenMode.READ_WRITE, profile, deadline, after);
  }

  /**
   * Leases a connection that is opened for this lease only. A small file that nobody has open is
   * had alone meanwhile, which saves the shared memory beside its log.
   */
  Lease visitor(Profile profile, Deadline deadline, Runnable after) {
    acquire(writerPermit, 1, deadline);
    boolean alone = false;
    boolean leased = false;
    try {
      alone = isTakenAlone();
      OpenOptions options = new OpenOptions(path, OpenMode.READ_WRITE, profile);
      SqliteDatabase database = open(alone ? options.onlyUser() : options, deadline);
      leased = true;
      boolean taken = alone;
      return new Lease(database, () -> endVisit(database, taken, after));
    } finally {
      if (!leased) {
        release(alone);
      }
    }
  }

  private void endVisit(SqliteDatabase database, boolean alone, Runnable after) {
    try {
      close(database);
    } finally {
      release(alone);
      after.run();
    }
  }

  private void release(boolean alone) {
    if (alone) {
      readerPermits.release(readers);
    }
    writerPermit.release();
  }

  private Lease lease(
      Semaphore permits,
      Deque<Pooled> idle,
      OpenMode mode,
      Profile profile,
      Deadline deadline,
      Runnable after) {
    acquire(permits, 1, deadline);
    return leased(permits, idle, mode, profile, deadline, after);
  }

  /** Waits for the right to a connection; the connection itself is another step. */
  Turn turn(boolean writes, Profile profile, Deadline deadline, Runnable after) {
    Semaphore permits = writes ? writerPermit : readerPermits;
    Deque<Pooled> idle = writes ? idleWriter : idleReaders;
    OpenMode mode = writes ? OpenMode.READ_WRITE : OpenMode.READ_ONLY;
    acquire(permits, 1, deadline);
    return new Turn(
        until -> leased(permits, idle, mode, profile, until, after),
        () -> {
          permits.release();
          after.run();
        });
  }

  private Lease leased(
      Semaphore permits,
      Deque<Pooled> idle,
      OpenMode mode,
      Profile profile,
      Deadline deadline,
      Runnable after) {
    boolean leased = false;
    try {
      SqliteDatabase database = takeOrOpen(idle, new OpenOptions(path, mode, profile), deadline);
      leased = true;
      return new Lease(database, () -> giveBack(database, permits, idle, after));
    } finally {
      if (!leased) {
        permits.release();
      }
    }
  }

  private SqliteDatabase takeOrOpen(Deque<Pooled> idle, OpenOptions options, Deadline deadline) {
    Pooled pooled = idle.pollFirst();
    if (pooled == null) {
      return open(options, deadline);
    }
    if (pooled.generation != generation.get()) {
      pooled.database.forgetStatements();
    }
    return pooled.database;
  }

  private SqliteDatabase open(OpenOptions options, Deadline deadline) {
    opener.reserve(deadline);
    opening.lock();
    try {
      if (!isOpen()) {
        watch.opening();
      }
      SqliteDatabase database = openWatched(options);
      if (watch.isActive() && options.mode() != OpenMode.READ_ONLY) {
        database.afterCommit(watch::committed);
      }
      return database;
    } finally {
      opening.unlock();
    }
  }

  private SqliteDatabase openWatched(OpenOptions options) {
    try {
      SqliteDatabase database = opener.open(watch.isActive() ? options.keepingLog() : options);
      open.incrementAndGet();
      return database;
    } finally {
      if (!isOpen()) {
        watch.closed();
      }
    }
  }

  private void giveBack(
      SqliteDatabase database, Semaphore permits, Deque<Pooled> idle, Runnable after) {
    try {
      if (database.isInTransaction()) {
        database.rollback();
      }
      if (permits == writerPermit && !database.isFailed()) {
        LogFolding.afterWriting(watch, database);
      }
      if (database.takeSchemaChanged()) {
        generation.incrementAndGet();
        database.forgetStatements();
      }
      if (database.isFailed()) {
        close(database);
      } else {
        idle.addFirst(new Pooled(database, generation.get()));
      }
    } finally {
      permits.release();
      after.run();
    }
  }

  /** Runs work while nobody else reads but the caller, who has leased some readers. */
  <T> T withoutReaders(int ownReaders, Deadline deadline, Supplier<T> work) {
    acquire(readerPermits, readers - ownReaders, deadline);
    try {
      return work.get();
    } finally {
      readerPermits.release(readers - ownReaders);
    }
  }

  /** Runs the engine's own work on a connection of its own, while nobody else writes. */
  <T> T withEngine(Deadline deadline, Function<SqliteDatabase, T> work) {
    acquire(writerPermit, 1, deadline);
    boolean alone = isTakenAlone();
    try {
      OpenOptions options = OpenOptions.engine(path);
      SqliteDatabase database = open(alone ? options.onlyUser() : options, deadline);
      try {
        return work.apply(database);
      } finally {
        close(database);
        generation.incrementAndGet();
      }
    } finally {
      release(alone);
    }
  }

  /**
   * Keeps readers out of a cold and small database, which is a quarter cheaper to work on then; the
   * holder of the writer permit calls it and gives the permits of all readers back.
   */
  private boolean isTakenAlone() {
    boolean mayBeAlone = !watch.isActive() && !isOpen() && FileState.isSmall(path);
    if (!mayBeAlone || !readerPermits.tryAcquire(readers)) {
      return false;
    }
    if (isOpen()) { // by a reader that was quicker
      readerPermits.release(readers);
      return false;
    }
    return true;
  }

  /** Runs work while no connection is open and none can be opened. */
  <T> T withClosed(Deadline deadline, Supplier<T> work) {
    acquire(writerPermit, 1, deadline);
    try {
      acquire(readerPermits, readers, deadline);
      try {
        closeAll(idleReaders);
        closeAll(idleWriter);
        foldLog(deadline);
        return work.get();
      } finally {
        readerPermits.release(readers);
      }
    } finally {
      writerPermit.release();
    }
  }

  /**
   * Readers leave the log behind when they close last; only a writer folds it into the file. A
   * damaged file cannot be helped here and must not keep its owner from deleting or replacing it.
   */
  private void foldLog(Deadline deadline) {
    if (!FileState.hasLog(path)) {
      return;
    }
    try {
      close(open(OpenOptions.engine(path), deadline));
    } catch (EngineException e) {
      LOG.warn("the log of {} stays beside it", path, e);
    }
  }

  /** Closes everything as soon as its users are done, at the deadline what is not in use. */
  void closeWhenFree(Deadline deadline) {
    boolean noWriter = tryAcquire(writerPermit, 1, deadline);
    boolean noReader = tryAcquire(readerPermits, readers, deadline);
    closeAll(idleReaders);
    closeAll(idleWriter);
    if (noReader) {
      readerPermits.release(readers);
    }
    if (noWriter) {
      writerPermit.release();
    }
  }

  /** Closes what nobody uses just now; returns whether that was anything. Never waits. */
  boolean closeIdle() {
    boolean any = closeIdle(readerPermits, idleReaders);
    return closeIdle(writerPermit, idleWriter) || any;
  }

  private boolean closeIdle(Semaphore permits, Deque<Pooled> idle) {
    boolean any = false;
    while (!idle.isEmpty() && permits.tryAcquire()) {
      try {
        Pooled pooled = idle.pollFirst();
        if (pooled != null) {
          close(pooled.database);
          any = true;
        }
      } finally {
        permits.release();
      }
    }
    return any;
  }

  private void closeAll(Deque<Pooled> idle) {
    for (Pooled pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
      close(pooled.database);
    }
  }

  /**
   * A connection that does not close well is gone all the same; its file may be damaged already.
   */
  private void close(SqliteDatabase database) {
    opening.lock();
    try {
      if (open.get() == 1) {
        LogFolding.beforeClosing(watch, database);
      }
      opener.close(database);
    } catch (EngineException e) {
      LOG.warn("closing {}", path, e);
    } finally {
      if (open.decrementAndGet() == 0) {
        watch.closed();
      }
      opening.unlock();
    }
  }

  private static void acquire(Semaphore permits, int count, Deadline deadline) {
    if (!tryAcquire(permits, count, deadline)) {
      throw Waiting.busy();
    }
  }

  private static boolean tryAcquire(Semaphore permits, int count, Deadline deadline) {
    return Waiting.acquire(permits, count, Math.max(0, deadline.remainingNanos()));
  }

  boolean hasIdle() {
    return !idleReaders.isEmpty() || !idleWriter.isEmpty();
  }

  boolean isWatched() {
    return watch.isActive();
  }

  boolean isOpen() {
    return open.get() > 0;
  }

  int connections() {
    return open.get();
  }

  Path path() {
    return path;
  }

  HandleUsers users() {
    return users;
  }

  /** Ends the handle, unless somebody uses it or a connection is open; returns whether it did. */
  boolean retire() {
    return users.retire(this::isOpen);
  }
}
