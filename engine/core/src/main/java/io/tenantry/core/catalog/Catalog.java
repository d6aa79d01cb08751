package io.tenantry.core.catalog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.files.AtomicFiles;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The control plane's database: one writer, a few readers, every call one transaction. Any thread;
 * callbacks must not wait for tenant databases or for another call.
 */
public final class Catalog implements AutoCloseable {
  private static final int READERS = 4;
  private static final int BUSY_TIMEOUT_MS = 10_000;
  private static final long WAIT_FOR_CONNECTION_MS = 60_000;

  private final HikariDataSource writerPool;
  private final HikariDataSource readerPool;
  private final Jdbi writer;
  private final Jdbi readers;
  private final AtomicLong changes = new AtomicLong();
  private final ReentrantLock changing = new ReentrantLock();
  private final Condition change = changing.newCondition();
  private final ThreadLocal<Boolean> reading = ThreadLocal.withInitial(() -> false);
  private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

  private Catalog(HikariDataSource writerPool, HikariDataSource readerPool) {
    this.writerPool = writerPool;
    this.readerPool = readerPool;
    this.writer = jdbi(writerPool);
    this.readers = jdbi(readerPool);
  }

  /** The library would write bound values, such as password hashes, into messages and so logs. */
  private static Jdbi jdbi(HikariDataSource pool) {
    return Jdbi.create(pool)
        .configure(
            StatementExceptions.class,
            errors -> errors.setMessageRendering(StatementExceptions.MessageRendering.NONE));
  }

  /**
   * Looks at a file before it is opened, and leaves it as it is. Not for a file that this process
   * has open: closing it would drop the locks SQLite has on it.
   *
   * @throws EngineException as {@link #open}
   */
  public static void check(Path file) {
    CatalogFile.check(file);
  }

  /** Returns the version of the schema that this program writes. */
  public static int version() {
    return Migrations.CURRENT;
  }

  /**
   * Opens the file, makes it when it is missing, and brings its schema up to date.
   *
   * @throws EngineException BAD_REQUEST with detail {@code reason} {@code not_a_database}, {@code
   *     foreign} or {@code newer_version}; the file is unchanged then
   */
  public static Catalog open(Path file) {
    CatalogFile.check(file);
    AtomicFiles.createEmpty(file); // SQLite would let others read it and what it puts beside it
    HikariDataSource writerPool = pool("catalog-writer", file, writerConfig(), 1, "SELECT 1");
    HikariDataSource readerPool =
        pool("catalog-reader", file, config(), READERS, "PRAGMA query_only = 1");
    Catalog catalog = new Catalog(writerPool, readerPool);
    boolean done = false;
    try {
      catalog.guarded(() -> catalog.writer.useHandle(handle -> Migrations.apply(file, handle)));
      done = true;
      return catalog;
    } finally {
      if (!done) {
        catalog.close();
      }
    }
  }

  /**
   * Reads in one snapshot.
   *
   * @throws EngineException INTERNAL_ERROR when the catalog fails; what the callback throws itself
   *     passes through
   */
  public <T> T read(Function<Handle, T> work) {
    return guarded(() -> alone(reading, () -> readers.inTransaction(work::apply)));
  }

  /**
   * Writes in one transaction that holds the write lock from the start. It is durable on return;
   * any exception rolls it back.
   *
   * @throws EngineException INTERNAL_ERROR when the catalog fails (detail {@code reason} {@code
   *     disk_full} for a full disk); what the callback throws itself passes through
   */
  public <T> T write(Function<Handle, T> work) {
    try {
      return guarded(() -> alone(writing, () -> writer.inTransaction(work::apply)));
    } finally {
      changed();
    }
  }

  private void changed() {
    changing.lock();
    try {
      changes.incrementAndGet();
      change.signalAll();
    } finally {
      changing.unlock();
    }
  }

  /**
   * Returns how many writes have ended. While it stays the same, what was read after it was asked
   * for is still true.
   */
  public long changes() {
    return changes.get();
  }

  /**
   * Waits until {@link #changes()} is another number.
   *
   * @param nanos how long at most
   * @return whether it is; also false when the waiting thread is interrupted, which it stays
   */
  public boolean awaitChange(long since, long nanos) {
    long left = nanos;
    changing.lock();
    try {
      while (changes.get() == since && left > 0) {
        left = change.awaitNanos(left);
      }
      return left > 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      changing.unlock();
    }
  }

  /**
   * Writes as {@link #write(Function)} does, and answers a unique or primary key that is taken with
   * the given error instead of INTERNAL_ERROR.
   */
  public <T> T write(Function<Handle, T> work, Supplier<EngineException> onDuplicate) {
    try {
      return write(work);
    } catch (EngineException e) {
      throw isDuplicate(e) ? onDuplicate.get() : e;
    }
  }

  /** Writes as {@link #write(Function)} does, without a result. */
  public void execute(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /** Says whether an error of this class came from a unique or primary key that is taken. */
  public static boolean isDuplicate(Throwable failure) {
    return switch (sqliteCode(failure)) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID -> true;
      default -> false;
    };
  }

  @Override
  public void close() {
    readerPool.close();
    writerPool.close(); // last, so that closing it folds the write-ahead log into the file
  }

  /** Refuses a call inside another one of its kind: it could wait for itself for ever. */
  private static <T> T alone(ThreadLocal<Boolean> busy, Supplier<T> work) {
    if (busy.get()) {
      throw new IllegalStateException("a catalog call inside another one");
    }
    busy.set(true);
    try {
      return work.get();
    } finally {
      busy.remove();
    }
  }

  private void guarded(Runnable work) {
    guarded(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  private static EngineException failed(JdbiException e) {
    if (sqliteCode(e) == SQLiteErrorCode.SQLITE_FULL) {
      return EngineException.of(
          ErrorCode.INTERNAL_ERROR,
          FailureReason.DISK_FULL,
          "Cannot write the catalog: the disk is full",
          e);
    }
    return EngineException.internal("The catalog failed", e);
  }

  private static SQLiteErrorCode sqliteCode(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLiteException sqlite) {
        return sqlite.getResultCode();
      }
    }
    return SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static SQLiteConfig writerConfig() {
    SQLiteConfig config = config();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config;
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    return config;
  }

  private static HikariDataSource pool(
      String name, Path file, SQLiteConfig sqlite, int size, String initialSql) {
    SQLiteDataSource source = new CatalogSource(sqlite);
    source.setUrl("jdbc:sqlite:" + file);
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionInitSql(initialSql);
    config.setIdleTimeout(0);
    config.setMaxLifetime(0);
    config.setKeepaliveTime(0);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
