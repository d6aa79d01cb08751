package io.tenantry.core.sources;

/** On whose behalf a source is read. */
public enum Reader {
  /** The owner of the data folder, in the same process: whose program could read it itself. */
  OWNER_IN_PROCESS,
  /** Everybody else: a key must not open the machine. */
  KEY_HOLDER
}
