package io.tenantry.contract.blueprints;

import io.tenantry.contract.Coded;

/**
 * What a change does to databases with rows, told before any of them is touched (an extension).
 *
 * @param code what kind of trouble it is
 * @param statement the SQL that makes it
 * @param message what happens, for people, for example {@code users.age is NOT NULL and has no
 *     default: fails where users has rows}
 * @param remedy what its author can do about it, for people
 */
public record ChangeWarning(Code code, String statement, String message, String remedy) {
  /** Kinds of trouble, the gravest first. */
  public enum Code implements Coded {
    /** It fails in every database where the table has rows. */
    NEEDS_EMPTY_TABLE,
    /** It fails where rows do not fit; such a tenant stays as it was. */
    MAY_FAIL,
    /** Rows or values are lost. */
    LOSES_DATA,
    /**
     * Nothing has the name that stands in double quotes, so that SQLite takes it for text: each row
     * gets the name itself instead of the value of a column.
     */
    QUOTED_TEXT,
    /** A whole table is written anew: takes time and room for all its rows. */
    REWRITES_TABLE,
    /** All rows of a table are read while nobody else can write to the database. */
    LONG_LOCK,
    /** Rows refer to rows that are not there. */
    DANGLING_REFERENCES
  }
}
