package io.tenantry.contract.logs;

import io.tenantry.contract.Coded;

/** Kinds of entries that are worth looking for. */
public enum LogType implements Coded {
  /** The query failed. */
  ERROR,
  /** The query took at least as long as the engine's slow threshold, 100 ms by default. */
  SLOW
}
