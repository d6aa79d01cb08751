package io.tenantry.app.screens.workspaces.edits;

/** What the staged edits do to a table, column or index. */
public enum Fate {
  /** Nothing. */
  KEPT,
  /** It is new. */
  ADDED,
  /** It gets another name. */
  RENAMED,
  /** Something in it changes. */
  CHANGED,
  /** It goes. */
  DROPPED
}
