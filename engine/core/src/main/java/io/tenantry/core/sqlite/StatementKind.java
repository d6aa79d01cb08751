package io.tenantry.core.sqlite;

/** What a statement does to a database, as far as its words tell. */
public enum StatementKind {
  /** Changes nothing: SELECT, VALUES, EXPLAIN, and the PRAGMAs that only read. */
  READ,
  /** Changes rows: INSERT, REPLACE, UPDATE, DELETE, with or without WITH in front. */
  WRITE,
  /** Changes the schema: CREATE, ALTER, DROP. */
  SCHEMA
}
