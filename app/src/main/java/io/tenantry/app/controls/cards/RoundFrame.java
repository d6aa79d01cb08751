package io.tenantry.app.controls.cards;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A rounded frame around a list, a table or a split pane. UI thread. */
public final class RoundFrame extends StackPane {
  private final FrameLine line = new FrameLine();

  /** Frames a region, which loses a frame of its own. */
  public RoundFrame(Region content) {
    getStyleClass().add("round-frame");
    content.getStyleClass().add("in-frame");
    getChildren().addAll(content, line);
    content.focusVisibleProperty().subscribe(line::held);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    line.frame(getWidth(), getHeight());
  }
}
