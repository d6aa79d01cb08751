package io.tenantry.core.databases;

/**
 * Follows the write-ahead log of one database, for point-in-time recovery. It alone decides when
 * the log is folded into the file. Its methods answer no failures: what it cannot do must not keep
 * the database from working. All calls of one database come one after the other.
 */
public interface LogWatch {
  /** Follows nothing; SQLite folds the log by itself. */
  LogWatch NONE =
      new LogWatch() {
        @Override
        public boolean isActive() {
          return false;
        }

        @Override
        public void opening() {}

        @Override
        public void committed() {}

        @Override
        public boolean isFoldDue() {
          return false;
        }

        @Override
        public void folding() {}

        @Override
        public void folded(boolean complete) {}

        @Override
        public void closed() {}
      };

  /** Returns whether the database is followed at all. */
  default boolean isActive() {
    return true;
  }

  /** The first connection is about to open; until then its files can be read like any others. */
  void opening();

  /** The connection that writes may have committed; called by its user. */
  void committed();

  /** Returns whether the log has become so long that it should be folded. */
  boolean isFoldDue();

  /** The log is about to be folded, because it is due or because the last connection closes. */
  void folding();

  /**
   * The log was folded, and is still there.
   *
   * @param complete whether all of it
   */
  void folded(boolean complete);

  /** The last connection is closed; until the next opening nobody has the files open. */
  void closed();
}
