package io.tenantry.core.databases;

/** Which workers run a piece of database work. */
public enum Lane {
  /** Work that is short as a rule: catalog calls, single queries. */
  FAST,
  /** Work that may take long: imports, fan-outs, backups. */
  SLOW
}
