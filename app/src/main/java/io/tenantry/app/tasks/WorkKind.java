package io.tenantry.app.tasks;

/** What kind of long work a window has. */
public enum WorkKind {
  /** A query or a script. */
  SQL,
  /** Something that is done to many tenants, one after the other. */
  TENANTS
}
