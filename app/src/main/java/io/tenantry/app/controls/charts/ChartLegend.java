package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * Names the series of a chart, each with its last value. Without room for all, values leave first,
 * then the last names, which are counted. UI thread.
 */
final class ChartLegend extends HBox {
  private static final double MARK = 8;
  private static final double REST = 24;
  private final List<Label> values = new ArrayList<>();
  private final List<HBox> items = new ArrayList<>();
  private final Tooltip rest = new Tooltip();
  private final Label more = Labels.caption("");
  private List<ChartData.Key> shown = List.of();

  ChartLegend() {
    getStyleClass().add("chart-legend");
    setMinWidth(0);
    more.setMinWidth(USE_PREF_SIZE);
    more.setTooltip(rest);
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

  @Override
  protected void layoutChildren() {
    boolean room = getWidth() >= named(items.size()) + valued();
    values.forEach(value -> place(value, room));
    int fitting = room ? items.size() : fitting();
    for (int at = 0; at < items.size(); at++) {
      place(items.get(at), at < fitting);
    }
    place(more, fitting < items.size());
    more.setText("+" + (items.size() - fitting));
    List<String> left = shown.stream().skip(fitting).map(ChartData.Key::name).toList();
    rest.setText(String.join("\n", left));
    super.layoutChildren();
  }

  /** Returns how many names there is room for besides the count of the rest; at least one. */
  private int fitting() {
    int fitting = items.size();
    double room = getWidth();
    while (fitting > 1 && named(fitting) > room) {
      fitting--;
      room = getWidth() - getSpacing() - REST;
    }
    return fitting;
  }

  private static void place(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(named(items.size()) + valued());
  }

  private double named(int count) {
    double width = 0;
    for (HBox item : items.subList(0, count)) {
      width += MARK + items.getFirst().getSpacing() + item.getChildren().get(1).prefWidth(-1);
    }
    return width + getSpacing() * Math.max(0, count - 1);
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
    getChildren().add(more);
  }
}
