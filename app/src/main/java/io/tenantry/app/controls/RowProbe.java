package io.tenantry.app.controls;

import javafx.scene.layout.Region;

/**
 * Reads from the theme how high a row is, by a style class with a least height, before there is a
 * row: lists that are as high as their rows ask it. UI thread.
 */
public final class RowProbe extends Region {
  /** Creates one, to be put among the children of the list. */
  public RowProbe(String styleClass) {
    getStyleClass().add(styleClass);
    setManaged(false);
    setVisible(false);
  }

  /** Returns the height of so many rows. */
  public double rows(long count) {
    return count * minHeight(-1);
  }
}
