package io.tenantry.core.sqlite;

/** What an acknowledged commit survives. */
public enum Durability {
  /** A power failure: each commit waits for the disk. */
  FULL,
  /** A crash of the process; a power failure may undo the last commits, but damages nothing. */
  NORMAL
}
