package io.tenantry.app.controls.icons;

import javafx.scene.layout.Region;

/**
 * A table: a box with a line under its first row and one after its first column. The theme gives it
 * shape, size and colour; the pack has only four squares, which are our logo. UI thread.
 */
final class TableGlyph extends Region {
  TableGlyph() {
    getStyleClass().addAll("icon", "table-glyph");
    setMouseTransparent(true);
  }
}
