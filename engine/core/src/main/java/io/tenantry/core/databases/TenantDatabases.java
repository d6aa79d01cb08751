package io.tenantry.core.databases;

import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.Descriptors;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open tenant and workspace databases. Opens them on demand, keeps them warm, and closes the
 * least recently used ones when connections run out or after a minute without use. While a database
 * is open here, no other code may touch its file: closing a file drops the locks SQLite has on it.
 * Any thread.
 */
public final class TenantDatabases implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TenantDatabases.class);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);
  private static final Duration USERS_WAIT = Duration.ofSeconds(10);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

  private final Sqlite sqlite;
  private final DatabaseLimits limits;
  private final InstantSource clock;
  private final LogWatches watches;
  private final ConnectionSlots slots;
  private final Map<Path, DatabaseHandle> handles = new ConcurrentHashMap<>();
  private final Future<?> sweeping;
  private volatile boolean closed;

  /** Starts without any open database; nobody follows their logs. */
  public TenantDatabases(
      Sqlite sqlite,
      DatabaseLimits limits,
      InstantSource clock,
      ScheduledExecutorService scheduler) {
    this(sqlite, limits, clock, scheduler, LogWatches.NONE);
  }

  /**
   * Starts without any open database.
   *
   * @param scheduler runs {@link #closeIdle()} every ten seconds until this is closed
   * @param watches knows the databases whose logs are followed
   */
  public TenantDatabases(
      Sqlite sqlite,
      DatabaseLimits limits,
      InstantSource clock,
      ScheduledExecutorService scheduler,
      LogWatches watches) {
    this.sqlite = sqlite;
    this.limits = limits;
    this.clock = clock;
    this.watches = watches;
    this.slots = new ConnectionSlots(limits.maxConnections());
    this.sweeping =
        scheduler.scheduleWithFixedDelay(
            this::closeIdle, SWEEP_EVERY.toMillis(), SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Leases a connection whose file is opened READONLY; several may read at the same time.
   *
   * @throws io.tenantry.contract.error.EngineException CONFLICT {@code database is busy} when none
   *     is free before the deadline; RATE_LIMITED when the database has too many users;
   *     INTERNAL_ERROR when the file cannot be opened
   */
  public Lease reader(DatabaseFile file, Deadline deadline) {
    DatabaseHandle handle = enter(file.path(), file.maxUsers());
    return leaveOnFailure(
        handle, () -> handle.reader(file.profile(), deadline, () -> leave(handle)));
  }

  /** Leases the one connection that may write; errors as {@link #reader}. */
  public Lease writer(DatabaseFile file, Deadline deadline) {
    DatabaseHandle handle = enter(file.path(), file.maxUsers());
    return leaveOnFailure(
        handle, () -> handle.writer(file.profile(), deadline, () -> leave(handle)));
  }

  /**
   * Waits for the right to a connection; errors as {@link #reader}.
   *
   * @param writes whether it is the one connection that may write
   */
  public Turn turn(DatabaseFile file, boolean writes, Deadline deadline) {
    DatabaseHandle handle = enter(file.path(), file.maxUsers());
    Runnable after = () -> leave(handle);
    Turn turn = leaveOnFailure(handle, () -> handle.turn(writes, file.profile(), deadline, after));
    return new Turn(until -> leaveOnFailure(handle, () -> turn.lease(until)), turn::close);
  }

  /**
   * Leases a connection for one statement of a visit to many databases. A database that is open
   * serves it as usual; one that is not is opened for this lease only, so that a long round does
   * not push out those in use, and leaves nothing open or beside the files.
   *
   * @param writes whether the statement changes rows
   * @throws io.tenantry.contract.error.EngineException as {@link #reader}
   */
  public Lease visit(DatabaseFile file, boolean writes, Deadline deadline) {
    DatabaseHandle handle = enter(file.path(), file.maxUsers());
    if (handle.isOpen()) {
      return leaveOnFailure(
          handle,
          () ->
              writes
                  ? handle.writer(file.profile(), deadline, () -> leave(handle))
                  : handle.reader(file.profile(), deadline, () -> leave(handle)));
    }
    return leaveOnFailure(
        handle,
        () ->
            handle.isWatched()
                ? handle.writer(file.profile(), deadline, () -> closeAndLeave(handle))
                : handle.visitor(file.profile(), deadline, () -> leave(handle)));
  }

  /** The log of such a database is followed from lease to lease. */
  private void closeAndLeave(DatabaseHandle handle) {
    handle.closeIdle();
    leave(handle);
  }

  /** Runs work on a leased reader. */
  public <T> T withReader(DatabaseFile file, Deadline deadline, Function<SqliteDatabase, T> work) {
    try (Lease lease = reader(file, deadline)) {
      return work.apply(lease.database());
    }
  }

  /** Runs work on the leased writer. */
  public <T> T withWriter(DatabaseFile file, Deadline deadline, Function<SqliteDatabase, T> work) {
    try (Lease lease = writer(file, deadline)) {
      return work.apply(lease.database());
    }
  }

  /**
   * Runs work on the writer while nobody else has a connection, except for readers that the caller
   * has leased; connections stay open.
   *
   * @param ownReaders how many those are
   * @throws io.tenantry.contract.error.EngineException CONFLICT {@code database is busy} when the
   *     others do not end before the deadline
   */
  public <T> T withWriterAlone(
      DatabaseFile file, int ownReaders, Deadline deadline, Function<SqliteDatabase, T> work) {
    DatabaseHandle handle = enter(file.path(), Integer.MAX_VALUE);
    try (Lease writer = writer(file, deadline)) {
      return handle.withoutReaders(ownReaders, deadline, () -> work.apply(writer.database()));
    } finally {
      leave(handle);
    }
  }

  /**
   * Runs the engine's own work (migrations, VACUUM) on a connection with profile ENGINE made for
   * it, while nobody else writes; readers go on. A database that was closed is closed again after
   * it; if it is small, its readers wait, because having it alone is a quarter cheaper.
   *
   * @throws io.tenantry.contract.error.EngineException as {@link #writer}
   */
  public <T> T withEngine(Path file, Deadline deadline, Function<SqliteDatabase, T> work) {
    DatabaseHandle handle = enter(file.toAbsolutePath().normalize(), Integer.MAX_VALUE);
    try {
      return handle.withEngine(deadline, work);
    } finally {
      leave(handle);
    }
  }

  /**
   * Runs work while the database is closed and nobody can open it: the time to rename, replace or
   * delete its file. Its log is folded into the file before; no other file of it is left then.
   *
   * @throws io.tenantry.contract.error.EngineException CONFLICT {@code database is busy} when its
   *     users do not end before the deadline
   */
  public <T> T withClosed(Path file, Deadline deadline, Supplier<T> work) {
    DatabaseHandle handle = enter(file.toAbsolutePath().normalize(), Integer.MAX_VALUE);
    try {
      return handle.withClosed(deadline, work);
    } finally {
      leave(handle);
    }
  }

  /** Closes databases that nobody used for the idle time; the scheduler calls this. */
  public void closeIdle() {
    long before = clock.millis() - limits.idleAfter().toMillis();
    for (DatabaseHandle handle : handles.values()) {
      if (handle.users().lastUsedMillis() <= before && handle.hasIdle()) {
        closeIdle(handle);
      }
    }
  }

  /** Waits up to ten seconds for the users of the databases below a folder, then closes them. */
  public void closeBelow(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    Deadline deadline = Deadline.in(USERS_WAIT);
    for (DatabaseHandle handle : handles.values()) {
      if (handle.path().startsWith(root)) {
        handle.closeWhenFree(deadline);
        closeIdle(handle);
      }
    }
  }

  /** Returns what is open now. */
  public DatabaseCounters counters() {
    int open = 0;
    for (DatabaseHandle handle : handles.values()) {
      open += handle.isOpen() ? 1 : 0;
    }
    return new DatabaseCounters(open, slots.used(), slots.all());
  }

  /** Returns how many connections to one database are open now. */
  public int connections(Path file) {
    DatabaseHandle handle = handles.get(file.toAbsolutePath().normalize());
    return handle == null ? 0 : handle.connections();
  }

  /** Waits two seconds for the users of the databases, then closes what is not in use. */
  @Override
  public void close() {
    closed = true;
    sweeping.cancel(false);
    Deadline deadline = Deadline.in(CLOSE_WAIT);
    for (DatabaseHandle handle : handles.values()) {
      handle.closeWhenFree(deadline);
    }
    if (slots.used() > 0) {
      LOG.warn("{} database connections are still in use and stay open", slots.used());
    }
  }

  private DatabaseHandle enter(Path file, int maxUsers) {
    if (closed) {
      throw new IllegalStateException("the databases are closed");
    }
    while (true) {
      DatabaseHandle handle = handle(file);
      switch (handle.users().enter(maxUsers, clock.millis())) {
        case ENTERED -> {
          return handle;
        }
        case FULL ->
            throw Waiting.tooMany("too many connections to this database: max " + maxUsers);
        case GONE -> Thread.onSpinWait(); // it is being taken out of the map
      }
    }
  }

  private DatabaseHandle handle(Path path) {
    DatabaseHandle known = handles.get(path);
    return known != null
        ? known
        : handles.computeIfAbsent(
            path,
            key -> new DatabaseHandle(key, opener(), limits.readersPerDatabase(), watches.of(key)));
  }

  private void leave(DatabaseHandle handle) {
    if (handle.users().leave() && handle.retire()) {
      handles.remove(handle.path(), handle);
    }
  }

  private <T> T leaveOnFailure(DatabaseHandle handle, Supplier<T> leasing) {
    boolean leased = false;
    try {
      T lease = leasing.get();
      leased = true;
      return lease;
    } finally {
      if (!leased) {
        leave(handle);
      }
    }
  }

  private boolean closeIdle(DatabaseHandle handle) {
    boolean any = handle.closeIdle();
    if (handle.retire()) {
      handles.remove(handle.path(), handle);
    }
    return any;
  }

  private boolean closeLeastRecentlyUsed() {
    Optional<DatabaseHandle> oldest =
        handles.values().stream()
            .filter(DatabaseHandle::hasIdle)
            .min(Comparator.comparingLong(handle -> handle.users().lastUsedMillis()));
    return oldest.isPresent() && closeIdle(oldest.get());
  }

  private DatabaseHandle.Opener opener() {
    return new DatabaseHandle.Opener() {
      @Override
      public void reserve(Deadline deadline) {
        slots.take(deadline, TenantDatabases.this::closeLeastRecentlyUsed);
        boolean more = limits.isTight();
        while (more && Descriptors.areFew()) {
          more = closeLeastRecentlyUsed();
        }
      }

      @Override
      public SqliteDatabase open(OpenOptions options) {
        return openInSlot(options);
      }

      @Override
      public void close(SqliteDatabase database) {
        try {
          database.close();
        } finally {
          slots.release();
        }
      }
    };
  }

  private SqliteDatabase openInSlot(OpenOptions options) {
    boolean opened = false;
    try {
      SqliteDatabase database = sqlite.open(options);
      opened = true;
      return database;
    } finally {
      if (!opened) {
        slots.release();
      }
    }
  }
}
