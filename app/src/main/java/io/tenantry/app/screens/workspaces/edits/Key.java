package io.tenantry.app.screens.workspaces.edits;

/**
 * What identifies a table or column while edits are staged: the name it has in the database, or a
 * number for one that is to be added. It stays the same through renames.
 *
 * @param name name in the database, empty for an added one
 * @param added number of an added one, 0 for one in the database
 */
public record Key(String name, int added) {

  /** Something that the database has under this name. */
  public static Key of(String name) {
    return new Key(name, 0);
  }

  /** Something that is to be added. */
  public static Key added(int number) {
    return new Key("", number);
  }

  /** Says whether it is still to be added. */
  public boolean isAdded() {
    return added > 0;
  }
}
