package io.tenantry.contract.apikeys;

import io.tenantry.contract.Coded;

/** What a key may do inside its scope. */
public enum Role implements Coded {
  /** Everything, cross-tenant queries included. */
  ADMIN,
  /** Everything that reads, and tenant queries that write. */
  WRITE,
  /** Everything that reads, and tenant queries that read. */
  READ,
  /** Kept for OAuth connections; cannot be given by hand. */
  MCP
}
