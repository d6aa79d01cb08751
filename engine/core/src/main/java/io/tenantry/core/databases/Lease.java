package io.tenantry.core.databases;

import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.concurrent.atomic.AtomicBoolean;

/** The exclusive use of one pooled connection until closed; used by one thread at a time. */
public final class Lease implements AutoCloseable {
  private final SqliteDatabase database;
  private final Runnable giveBack;
  private final AtomicBoolean closed = new AtomicBoolean();

  Lease(SqliteDatabase database, Runnable giveBack) {
    this.database = database;
    this.giveBack = giveBack;
  }

  /** Returns the connection; not to be kept beyond the lease. */
  public SqliteDatabase database() {
    return database;
  }

  /** Gives the connection back; a transaction left open is rolled back. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      giveBack.run();
    }
  }
}
