package io.tenantry.app.controls.placeholders;

import io.tenantry.app.text.Text;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars where lines will be. They do not move: an idle window renders nothing. UI thread. */
public final class LoadingSkeleton extends VBox {
  private static final int ROWS = 9;
  private static final double[] WIDTHS = {0.62, 0.45, 0.7, 0.38, 0.55};

  /** Rows of four bars. */
  public LoadingSkeleton() {
    this(ROWS, 4);
  }

  private LoadingSkeleton(int rows, int columns) {
    getStyleClass().add("skeleton");
    setAccessibleText(Text.of("controls.loading"));
    for (int row = 0; row < rows; row++) {
      HBox line = new HBox();
      for (int column = 0; column < columns; column++) {
        line.getChildren().addAll(bar(row + column * 2, columns), gap(row + column * 2, columns));
      }
      add(line, row);
    }
  }

  /** Lines of words: a panel, a script. */
  public static LoadingSkeleton lines(int rows) {
    return new LoadingSkeleton(rows, 1);
  }

  /** Rows of two lines: connections, versions. */
  public static LoadingSkeleton twoLines(int rows) {
    LoadingSkeleton skeleton = new LoadingSkeleton(0, 0);
    for (int row = 0; row < rows; row++) {
      VBox words = new VBox(skeleton.bar(row, 2), skeleton.bar(row + 1, 3));
      words.getStyleClass().add("skeleton-lines");
      words.setFillWidth(false);
      HBox line = new HBox(words);
      line.getStyleClass().add("two-line");
      skeleton.add(line, row);
    }
    return skeleton;
  }

  private void add(HBox line, int row) {
    line.getStyleClass().add("skeleton-row");
    line.setOpacity(1 - row * 0.09);
    getChildren().add(line);
  }

  private Region bar(int place, int columns) {
    Region bar = new Region();
    bar.getStyleClass().add("skeleton-bar");
    bar.prefWidthProperty().bind(widthProperty().multiply(share(place, columns)));
    return bar;
  }

  private Region gap(int place, int columns) {
    Region gap = new Region();
    gap.prefWidthProperty().bind(widthProperty().multiply(0.96 / columns - share(place, columns)));
    return gap;
  }

  private static double share(int place, int columns) {
    return WIDTHS[place % WIDTHS.length] / columns;
  }
}
