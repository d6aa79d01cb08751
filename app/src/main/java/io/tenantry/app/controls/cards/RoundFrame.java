package io.tenantry.app.controls.cards;

import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
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
    content.focusVisibleProperty().subscribe(held -> line.held(held && !hasRows(content)));
  }

  /** Rows show by themselves which of them has the keyboard. */
  private static boolean hasRows(Region content) {
    return switch (content) {
      case TableView<?> table -> !table.getItems().isEmpty();
      case ListView<?> list -> !list.getItems().isEmpty();
      case TreeView<?> tree -> tree.getRoot() != null;
      default -> false;
    };
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    line.frame(getWidth(), getHeight());
  }
}
