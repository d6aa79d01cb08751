package io.tenantry.core.sqlite;

/** For whom a connection works; decides what SQLite itself allows on it. */
public enum Profile {
  /** SQL of a tenant's users: nothing can be attached, so no other file can be reached. */
  TENANT,
  /** SQL of a workspace's developers: as a tenant; schema changes are a matter of the gate. */
  WORKSPACE,
  /** The engine's own SQL: migrations, compiling schemas, VACUUM; files may be attached. */
  ENGINE
}
