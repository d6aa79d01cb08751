package io.tenantry.app.shell;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** The mark: an estate of four tenants, one of them apart. UI thread. */
final class BrandMark extends Pane {
  private static final double TILE = 9.5;
  private static final double STEP = 12;

  BrandMark() {
    getStyleClass().add("brand-mark");
    for (int index = 0; index < 4; index++) {
      Rectangle tile = new Rectangle(index % 2 * STEP, index / 2 * STEP + 0.5, TILE, TILE);
      tile.setArcWidth(5);
      tile.setArcHeight(5);
      tile.getStyleClass().add("brand-tile");
      if (index == 1) {
        tile.getStyleClass().add("faint");
      }
      getChildren().add(tile);
    }
  }
}
