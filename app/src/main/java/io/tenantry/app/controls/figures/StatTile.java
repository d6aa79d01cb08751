package io.tenantry.app.controls.figures;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A figure that is looked at on its own, with its caption and what it did since: a change or a
 * sparkline. The whole tile leads to what it counts. UI thread.
 */
public final class StatTile extends Button {
  private static final PseudoClass ZERO = PseudoClass.getPseudoClass("zero");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final String UNKNOWN = "–";

  private final Label caption;
  private final Label figure = Labels.figure(UNKNOWN);
  private final Label unit = Labels.figureUnit("");
  private final Label change = Labels.caption("");
  private final VBox body;

  private StatTile(String name, boolean leads) {
    caption = Labels.caption(name);
    getStyleClass().setAll("stat-tile");
    Node arrow = Icons.of(Icon.FORWARD, "stat-arrow");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(caption, space, arrow);
    HBox line = new HBox(figure, unit);
    line.getStyleClass().add("stat-figure");
    change.getStyleClass().add("stat-change");
    body = new VBox(head, line, change);
    body.getStyleClass().add("stat-body");
    body.prefWidthProperty().bind(widthProperty().subtract(32));
    setGraphic(body);
    setMaxWidth(Double.MAX_VALUE);
    if (!leads) {
      getStyleClass().add("still");
      setFocusTraversable(false);
    }
    speak();
  }

  /** A tile that leads somewhere. */
  public static StatTile leading(String caption, Runnable open) {
    StatTile tile = new StatTile(caption, true);
    tile.setOnAction(_ -> open.run());
    return tile;
  }

  /** A tile that leads nowhere. */
  public static StatTile still(String caption) {
    return new StatTile(caption, false);
  }

  /** Returns how wide the tile has to be for nothing in it to be cut. */
  double wholeWidth() {
    double content =
        body.getChildren().stream().mapToDouble(line -> line.prefWidth(-1)).max().orElse(0);
    return Math.max(minWidth(-1), snapSizeX(content) + snappedLeftInset() + snappedRightInset());
  }

  /** Shows a figure with its unit; zero is said quietly. */
  public void show(String text, String unitText, boolean zero) {
    figure.setText(text);
    figure.pseudoClassStateChanged(ZERO, zero);
    unit.setText(unitText);
    setTooltip(null);
    speak();
  }

  /** Says that the figure is not known, and why. */
  public void unknown(String reason) {
    show(UNKNOWN, "", true);
    setTooltip(new Tooltip(reason));
    setAccessibleText(Text.of("controls.tile", caption.getText(), reason));
  }

  /** Says how it changed; a change for the worse is red. */
  public void change(String text, boolean bad) {
    change.setText(text);
    change.pseudoClassStateChanged(BAD, bad);
    speak();
  }

  /** Puts a sparkline in the place of the change. */
  public void spark(Region sparkline) {
    getStyleClass().add("with-spark");
    body.getChildren().set(body.getChildren().size() - 1, sparkline);
  }

  private void speak() {
    String value = (figure.getText() + " " + unit.getText()).strip();
    setAccessibleText(
        Text.of("controls.tile", caption.getText(), (value + " " + change.getText()).strip()));
  }
}
