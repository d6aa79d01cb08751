package io.tenantry.app.screens.workspaces.edits;

import java.util.Optional;

/**
 * A column that is to be added.
 *
 * @param name its name
 * @param type declared type, may be empty
 * @param nullable whether it may be NULL
 * @param defaultValue default as SQL, empty for none
 * @param primaryKey whether it is (part of) the primary key; in new tables only
 * @param unique whether its values must differ
 * @param references what it refers to
 */
public record ColumnSpec(
    String name,
    String type,
    boolean nullable,
    String defaultValue,
    boolean primaryKey,
    boolean unique,
    Optional<Reference> references) {

  /** A nullable column without a default. */
  public static ColumnSpec of(String name, String type) {
    return new ColumnSpec(name, type, true, "", false, false, Optional.empty());
  }

  /** The usual first column of a new table. */
  public static ColumnSpec id() {
    return new ColumnSpec("id", "INTEGER", true, "", true, false, Optional.empty());
  }

  /** The same with another name. */
  public ColumnSpec named(String other) {
    return new ColumnSpec(other, type, nullable, defaultValue, primaryKey, unique, references);
  }

  /** The same with another type. */
  public ColumnSpec typed(String other) {
    return new ColumnSpec(name, other, nullable, defaultValue, primaryKey, unique, references);
  }

  /** The same, allowing or refusing NULL. */
  public ColumnSpec nullable(boolean other) {
    return new ColumnSpec(name, type, other, defaultValue, primaryKey, unique, references);
  }

  /** The same with another default. */
  public ColumnSpec defaulting(String other) {
    return new ColumnSpec(name, type, nullable, other, primaryKey, unique, references);
  }

  /** The same, in or out of the primary key. */
  public ColumnSpec keyed(boolean other) {
    return new ColumnSpec(name, type, nullable, defaultValue, other, unique, references);
  }

  /** The same, unique or not. */
  public ColumnSpec unique(boolean other) {
    return new ColumnSpec(name, type, nullable, defaultValue, primaryKey, other, references);
  }

  /** The same referring to something else. */
  public ColumnSpec referring(String other) {
    return new ColumnSpec(
        name, type, nullable, defaultValue, primaryKey, unique, Reference.parse(other));
  }
}
