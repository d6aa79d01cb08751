package io.tenantry.server.http;

/** Which threads a request runs on, so that slow ones cannot hold up quick ones. */
public enum RequestLane {
  /** The thread of the request: the engine itself goes to threads of its own to work. */
  CALLER,
  /** Reads and changes of the catalog. */
  FAST,
  /** Queries on one tenant. */
  QUERY,
  /** Work on many databases: scripts, imports, fan-out, many tenants. */
  SLOW
}
