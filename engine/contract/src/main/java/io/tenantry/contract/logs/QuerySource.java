package io.tenantry.contract.logs;

import io.tenantry.contract.Coded;

/** Over which door a query came. */
public enum QuerySource implements Coded {
  /** The database's own protocol, at its connection string. */
  PROXY,
  /** The engine's API, over HTTP or in process. */
  API
}
