package io.tenantry.app.controls.placeholders;

import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A table before its rows are there: its own head, and still bars where cells will be, in the
 * columns' places and on their sides. UI thread.
 */
public final class TableSkeleton extends Pane {
  private static final int ROWS = 9;
  private static final double[] SHARES = {0.62, 0.45, 0.7, 0.38, 0.55};
  private static final double SIDE = 12;
  private static final double BAR = 8;

  private final TableView<?> table;
  private final List<Line> lines = new ArrayList<>();

  /** Creates the skeleton of a table. */
  public TableSkeleton(TableView<?> table) {
    this.table = table;
    getStyleClass().addAll("skeleton", "table-skeleton");
    setAccessibleText(Text.of("controls.loading"));
    rebuild();
    table.getVisibleLeafColumns().subscribe(this::rebuild);
  }

  @Override
  protected void layoutChildren() {
    double[] widths = widths();
    double y = 1;
    for (Line line : lines) {
      double height = line.ground.prefHeight(-1);
      line.ground.resizeRelocate(1, y, Math.max(0, getWidth() - 2), height);
      line.place(widths, y, height);
      y += height;
    }
  }

  private void rebuild() {
    lines.clear();
    getChildren().clear();
    for (int row = -1; row < ROWS; row++) {
      Line line = new Line(row);
      lines.add(line);
      getChildren().add(line.ground);
      getChildren().addAll(line.cells);
    }
    requestLayout();
  }

  /** The widths the table has, or will have: what is left goes to the first column. */
  private double[] widths() {
    boolean known = table.getWidth() > 0;
    double[] widths =
        table.getVisibleLeafColumns().stream()
            .mapToDouble(column -> known ? column.getWidth() : column.getPrefWidth())
            .toArray();
    if (!known && widths.length > 0) {
      double left = getWidth() - 2;
      for (double width : widths) {
        left -= width;
      }
      widths[0] += Math.max(0, left);
    }
    return widths;
  }

  /** The head or a row: its ground, and a bar or a title per column. */
  private final class Line {
    private final Region ground = new Region();
    private final List<Region> cells = new ArrayList<>();
    private final int row;

    Line(int row) {
      this.row = row;
      ground.getStyleClass().add("skeleton-row");
      if (row < 0) {
        ground.getStyleClass().add("head");
      }
      for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
        cells.add(row < 0 ? title(column) : bar(column));
      }
    }

    void place(double[] widths, double y, double height) {
      double x = 1;
      for (int index = 0; index < cells.size(); index++) {
        Region cell = cells.get(index);
        double room = Math.max(0, widths[index] - 2 * SIDE);
        double share = SHARES[(Math.max(0, row) + index * 2) % SHARES.length];
        double width = row < 0 ? Math.min(room, cell.prefWidth(-1)) : room * share;
        double high = row < 0 ? cell.prefHeight(-1) : Math.max(BAR, cell.minHeight(-1));
        boolean right = isRight(table.getVisibleLeafColumns().get(index));
        double left = x + SIDE + (right ? room - width : 0);
        cell.resizeRelocate(left, y + (height - high) / 2, width, high);
        x += widths[index];
      }
    }

    private Region title(TableColumn<?, ?> column) {
      Label title = new Label(column.getText());
      title.getStyleClass().add("text-caption");
      return title;
    }

    private Region bar(TableColumn<?, ?> column) {
      Region bar = new Region();
      bar.getStyleClass().add("skeleton-bar");
      if (column.getStyleClass().contains("chip-cell")) {
        bar.getStyleClass().add("chip-bar");
      }
      bar.setOpacity(1 - row * 0.09);
      return bar;
    }

    private static boolean isRight(TableColumn<?, ?> column) {
      return column.getStyleClass().contains("number-cell")
          || column.getStyleClass().contains("time-cell");
    }
  }
}
