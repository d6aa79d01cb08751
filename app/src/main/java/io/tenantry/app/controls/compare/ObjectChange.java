package io.tenantry.app.controls.compare;

/**
 * An object of two schemas.
 *
 * @param kind what it is
 * @param name its name
 * @param owner the table that it belongs to, empty for tables and views
 * @param fate what becomes of it from the first schema to the second
 * @param before its statement in the first schema, empty when it is new
 * @param after its statement in the second schema, empty when it is gone
 */
public record ObjectChange(
    ComparedObject.Kind kind, String name, String owner, Fate fate, String before, String after) {

  /** What becomes of an object. */
  public enum Fate {
    ADDED,
    ALTERED,
    DROPPED,
    SAME
  }
}
