package io.tenantry.app.controls.tables;

import javafx.beans.value.ObservableValue;

/** Which rows of a table are selected, kept by whoever knows the rows. UI thread. */
public interface RowMarking<R> {
  /** Says whether a row is selected. */
  boolean isMarked(R row);

  /** Selects the row at an index and no other. */
  void only(int index);

  /** Selects the row at an index, or not any more. */
  void toggle(int index);

  /**
   * Selects all rows between two indexes.
   *
   * @param besides whether those that are selected stay so
   */
  void span(int from, int to, boolean besides);

  /** Selects everything. */
  void all();

  /**
   * Selects nothing.
   *
   * @return whether anything was
   */
  boolean none();

  /** Another value after each change. */
  ObservableValue<?> version();
}
