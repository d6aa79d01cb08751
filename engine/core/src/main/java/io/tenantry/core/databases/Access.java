package io.tenantry.core.databases;

/** What a caller may do with the rows of a database. */
public enum Access {
  /** All statements run on a file opened READONLY; SQLite itself refuses a write. */
  READ,
  /** Reads go to a reader, writes to the writer. */
  WRITE
}
