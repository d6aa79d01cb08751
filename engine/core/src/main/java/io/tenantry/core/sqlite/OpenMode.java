package io.tenantry.core.sqlite;

/** How a database file is opened; no SQL can change it later. */
public enum OpenMode {
  /** Reads only; SQLite itself refuses every write to the file. */
  READ_ONLY,
  /**
   * Reads a file that nobody changes meanwhile, such as a source of an import: takes no lock, and
   * makes no file beside it.
   */
  IMMUTABLE,
  /**
   * As {@link #IMMUTABLE}, with the commits that are in its log; both files that SQLite keeps
   * beside the database must be there, and stay as they are.
   */
  IMMUTABLE_WITH_LOG,
  /** Reads and writes a file that must exist. */
  READ_WRITE,
  /** Reads and writes; a missing file is made. */
  CREATE
}
