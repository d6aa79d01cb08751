package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Names the series of a chart, each with its last value. UI thread. */
final class ChartLegend extends HBox {
  private static final double MARK = 8;
  private final List<Label> values = new ArrayList<>();
  private final List<HBox> items = new ArrayList<>();
  private List<ChartData.Key> shown = List.of();

  ChartLegend() {
    getStyleClass().add("chart-legend");
    setMinWidth(0);
  }

  void show(List<ChartData.Key> keys) {
    if (!isSame(keys)) {
      build(keys);
    }
    shown = keys;
    for (int at = 0; at < keys.size(); at++) {
      values.get(at).setText(keys.get(at).last());
    }
  }

  /** Values leave before a name is cut. */
  @Override
  protected void layoutChildren() {
    boolean room = getWidth() >= named() + valued();
    values.forEach(value -> value.setVisible(room));
    values.forEach(value -> value.setManaged(room));
    super.layoutChildren();
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(named() + valued());
  }

  private double named() {
    double width = 0;
    for (HBox item : items) {
      width += MARK + items.getFirst().getSpacing() + item.getChildren().get(1).prefWidth(-1);
    }
    return width + getSpacing() * Math.max(0, items.size() - 1);
  }

  private double valued() {
    double width = 0;
    for (Label value : values) {
      width += value.prefWidth(-1) + items.getFirst().getSpacing();
    }
    return width;
  }

  private boolean isSame(List<ChartData.Key> keys) {
    boolean same = keys.size() == shown.size();
    for (int at = 0; same && at < keys.size(); at++) {
      same =
          keys.get(at).name().equals(shown.get(at).name())
              && keys.get(at).hue() == shown.get(at).hue();
    }
    return same;
  }

  private void build(List<ChartData.Key> keys) {
    values.clear();
    items.clear();
    for (ChartData.Key key : keys) {
      Label name = Labels.caption(key.name());
      Label value = Labels.caption("");
      value.getStyleClass().add("legend-value");
      value.setMinWidth(USE_PREF_SIZE);
      values.add(value);
      HBox item = new HBox(ChartTip.mark(key.hue()), name, value);
      item.getStyleClass().add("legend-item");
      item.setMinWidth(0);
      items.add(item);
    }
    getChildren().setAll(items);
  }
}
