package io.tenantry.core.rows;

import io.tenantry.sql.SqlNames;

/** Tells who the tables and columns of a schema are, whatever their names. */
public interface Identities {

  /**
   * What stays the same through renames: two schemas have a table in common when its identity is
   * the same in both.
   *
   * @param origin the moment it was made; empty for what was there before all that is known
   * @param name its name then, folded
   */
  record Identity(String origin, String name) {}

  /** Returns who a table is. */
  Identity of(String table);

  /** Returns who a column is, among those of tables with the same identity. */
  Identity of(String table, String column);

  /** Takes the names for it: for schemas of which nothing else is known. */
  static Identities byName() {
    return new Identities() {
      @Override
      public Identity of(String table) {
        return named(table);
      }

      @Override
      public Identity of(String table, String column) {
        return named(column);
      }
    };
  }

  private static Identity named(String name) {
    return new Identity("", SqlNames.fold(name));
  }
}
