package io.tenantry.app.dialogs;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * The middle of a sheet: as high as its content, and a scroll pane only where the window has no
 * room for that. UI thread.
 */
final class SheetScroll extends ScrollPane {
  private final Region content;

  SheetScroll(Region content) {
    super(content);
    this.content = content;
    setFitToWidth(true);
    getStyleClass().addAll("sheet-scroll", "edge-to-edge");
    content.heightProperty().subscribe(this::requestLayout);
  }

  /** A press beside its fields takes the focus from none of them. */
  @Override
  public void requestFocus() {
    // only what is in it has the focus
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** The skin would take the height of last time, which makes the sheet jump. */
  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width) + snappedTopInset() + snappedBottomInset();
  }
}
