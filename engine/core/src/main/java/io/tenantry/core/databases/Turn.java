package io.tenantry.core.databases;

import io.tenantry.core.sqlite.Deadline;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The right to one connection of a database, still without the connection: whoever waits for a
 * writer does it here, on a thread of its own, and not on one of those that work inside SQLite.
 */
public final class Turn implements AutoCloseable {
  private final Function<Deadline, Lease> connecting;
  private final Runnable givingUp;
  private final AtomicBoolean used = new AtomicBoolean();

  Turn(Function<Deadline, Lease> connecting, Runnable givingUp) {
    this.connecting = connecting;
    this.givingUp = givingUp;
  }

  /**
   * Leases the connection, once; opens it when there is none.
   *
   * @throws io.tenantry.contract.error.EngineException as {@link TenantDatabases#reader}
   */
  public Lease lease(Deadline deadline) {
    if (!used.compareAndSet(false, true)) {
      throw new IllegalStateException("a turn is for one lease");
    }
    return connecting.apply(deadline);
  }

  /** Gives the right back, unless it was used: then the lease does. */
  @Override
  public void close() {
    if (used.compareAndSet(false, true)) {
      givingUp.run();
    }
  }
}
