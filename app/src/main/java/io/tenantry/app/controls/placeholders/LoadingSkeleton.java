package io.tenantry.app.controls.placeholders;

import io.tenantry.app.text.Text;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars where rows will be. They do not move: an idle window renders nothing. UI thread. */
public final class LoadingSkeleton extends VBox {
  private static final int ROWS = 9;
  private static final double[] WIDTHS = {0.62, 0.45, 0.7, 0.38, 0.55};

  public LoadingSkeleton() {
    getStyleClass().add("skeleton");
    setAccessibleText(Text.of("controls.loading"));
    for (int row = 0; row < ROWS; row++) {
      getChildren().add(line(row));
    }
  }

  private HBox line(int row) {
    HBox line = new HBox();
    line.getStyleClass().add("skeleton-row");
    line.setOpacity(1 - row * 0.09);
    for (int column = 0; column < 4; column++) {
      Region bar = new Region();
      bar.getStyleClass().add("skeleton-bar");
      double share = WIDTHS[(row + column * 2) % WIDTHS.length] / 4;
      bar.prefWidthProperty().bind(widthProperty().multiply(share));
      Region gap = new Region();
      gap.prefWidthProperty().bind(widthProperty().multiply(0.24 - share));
      line.getChildren().addAll(bar, gap);
    }
    return line;
  }
}
