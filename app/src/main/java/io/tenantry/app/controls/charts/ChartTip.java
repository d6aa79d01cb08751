package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.Labels;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** The tooltip of a chart: the time first, then the values of the series. UI thread. */
final class ChartTip {
  private static final double AWAY = 14;
  private final Popup popup = new Popup();
  private final Label head = Labels.caption("");
  private final GridPane values = new GridPane();
  private final VBox notes = new VBox();

  ChartTip() {
    head.getStyleClass().add("tip-head");
    values.getStyleClass().add("tip-values");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    values.getColumnConstraints().setAll(new ColumnConstraints(), names, new ColumnConstraints());
    VBox box = new VBox(head, values, notes);
    box.getStyleClass().add("chart-tip");
    popup.getContent().add(box);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
  }

  /** Shows what is said beside a place of a node. */
  void show(Node owner, Reading reading, double x, double y) {
    head.setText(reading.head());
    values.getChildren().clear();
    for (int row = 0; row < reading.items().size(); row++) {
      Reading.Item item = reading.items().get(row);
      Region mark = mark(item.hue());
      Label value = Labels.caption(item.text());
      value.getStyleClass().add("tip-value");
      values.addRow(row, mark, Labels.caption(item.name()), value);
    }
    notes.getChildren().setAll(reading.notes().stream().map(Labels::caption).toList());
    Point2D at = owner.localToScreen(x + AWAY, y + AWAY);
    if (at == null) {
      return;
    }
    if (popup.isShowing()) {
      popup.setAnchorX(at.getX());
      popup.setAnchorY(at.getY());
    } else {
      popup.show(owner, at.getX(), at.getY());
    }
  }

  void hide() {
    popup.hide();
  }

  static Region mark(Hue hue) {
    Region mark = new Region();
    mark.getStyleClass().addAll("legend-mark", hue.styleClass());
    return mark;
  }
}
