package io.tenantry.contract.workspaces;

import io.tenantry.contract.Coded;

/** Kinds of databases that the API knows. */
public enum DatabaseType implements Coded {
  /** Embedded SQLite files, the default. */
  SQLITE("SQLite"),
  /** PostgreSQL servers. */
  POSTGRESQL("PostgreSQL"),
  /** MySQL and MariaDB servers. */
  MYSQL("MySQL"),
  /** MongoDB servers. */
  MONGODB("MongoDB"),
  /** Redis servers. */
  REDIS("Redis");

  private final String label;

  DatabaseType(String label) {
    this.label = label;
  }

  /** Returns the name as people and the wire spell it, for example {@code SQLite}. */
  @Override
  public String code() {
    return label;
  }
}
