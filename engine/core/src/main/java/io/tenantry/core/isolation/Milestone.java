package io.tenantry.core.isolation;

/** What a move has behind it; the steps are described at {@link MoveRun}. */
enum Milestone {
  /** It is in the catalog. */
  BEGUN,
  /** The copy has a snapshot. */
  COPIED,
  /** The copy has nearly all. */
  CAUGHT_UP,
  /** New statements wait. */
  HELD,
  /** The copy has everything and is durable. */
  COMPLETE,
  /** The catalog names the copy. */
  SWITCHED,
  /** The old file is gone. */
  CLEANED;

  /** Is told what moves have behind them. */
  @FunctionalInterface
  interface Watcher {
    /** Does nothing. */
    Watcher NONE = milestone -> {};

    /** The move that runs on this thread has got so far. */
    void reached(Milestone milestone);
  }
}
