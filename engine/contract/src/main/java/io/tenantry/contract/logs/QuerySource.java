package io.tenantry.contract.logs;

import io.tenantry.contract.Coded;

/** Over which door a query came. */
public enum QuerySource implements Coded {
  /** The database's own protocol, at its connection string. */
  PROXY,
  /** The engine's API, over HTTP or in process. */
  API,
  /**
   * The same, but by a console that shows a database of its own accord (an extension). Such queries
   * are kept in the log, and no other search, figure or pattern counts them unless it asks for them
   * by this door.
   */
  CONSOLE
}
