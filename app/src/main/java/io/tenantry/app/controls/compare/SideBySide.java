package io.tenantry.app.controls.compare;

import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Two texts beside each other, equal lines on one height, differences coloured; one below the other
 * where there is no room for two. UI thread.
 */
public final class SideBySide extends VBox {
  private static final double NARROW = 560;
  private final Label leftTitle = new Label();
  private final Label rightTitle = new Label();
  private final ListView<Row> lines = new ListView<>();
  private final HBox rightHead = half(rightTitle);
  private final BooleanBinding narrow = narrow();
  private LineDiff diff = LineDiff.of("", "");
  private String before = "";
  private String after = "";

  /** A line of both texts; only the left one when they are shown as one. */
  private record Row(LineDiff.Line left, Optional<LineDiff.Line> right) {}

  public SideBySide() {
    getStyleClass().add("side-by-side");
    lines.getStyleClass().addAll("plain", "side-lines");
    lines.setCellFactory(_ -> new RowCell());
    VBox.setVgrow(lines, Priority.ALWAYS);
    rightHead.managedProperty().bind(rightHead.visibleProperty());
    rightHead.visibleProperty().bind(narrow.not());
    HBox head = new HBox(half(leftTitle), rightHead);
    head.getStyleClass().add("side-head");
    getChildren().addAll(head, lines);
    narrow.subscribe((_, _) -> fill());
  }

  /** Shows two texts under their titles. */
  public void show(String titleBefore, String textBefore, String titleAfter, String textAfter) {
    before = titleBefore;
    after = titleAfter;
    diff = LineDiff.of(textBefore, textAfter);
    lines.setAccessibleText(titleBefore + ", " + titleAfter);
    fill();
  }

  private void fill() {
    leftTitle.setText(narrow.get() ? Text.of("compare.both", before, after) : before);
    rightTitle.setText(after);
    lines.getItems().setAll(narrow.get() ? together() : beside());
  }

  private List<Row> together() {
    return diff.unified().stream().map(line -> new Row(line, Optional.empty())).toList();
  }

  private List<Row> beside() {
    List<Row> rows = new ArrayList<>();
    for (int at = 0; at < diff.left().size(); at++) {
      rows.add(new Row(diff.left().get(at), Optional.of(diff.right().get(at))));
    }
    return rows;
  }

  private BooleanBinding narrow() {
    return Bindings.createBooleanBinding(
        () -> getWidth() > 0 && getWidth() < NARROW, widthProperty());
  }

  private static HBox half(Label title) {
    HBox half = new HBox(title);
    half.getStyleClass().add("side-title");
    half.setPrefWidth(10);
    HBox.setHgrow(half, Priority.ALWAYS);
    return half;
  }

  /** A line of both texts. */
  private static final class RowCell extends ListCell<Row> {
    private final Half left = new Half();
    private final Half right = new Half();
    private final Halves line = new Halves(left, right);

    RowCell() {
      getStyleClass().add("side-line");
      right.getStyleClass().add("right");
      line.setMinWidth(0);
      line.prefWidthProperty().bind(widthProperty());
      line.maxWidthProperty().bind(widthProperty());
      setPrefWidth(0);
    }

    /** As high as its longer side needs: nothing of a text that is compared is cut. */
    @Override
    protected double computePrefHeight(double width) {
      double own = super.computePrefHeight(width);
      return getGraphic() == null ? own : Math.max(own, line.prefHeight(width));
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      left.show(item.left());
      item.right().ifPresent(right::show);
      right.setVisible(item.right().isPresent());
      right.setManaged(item.right().isPresent());
      setGraphic(line);
    }
  }

  /** Shares the width and is as high as the higher one needs; a box asks before it shares. */
  private static final class Halves extends Pane {
    Halves(Half left, Half right) {
      super(left, right);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double each = width / Math.max(1, getManagedChildren().size());
      return getManagedChildren().stream()
          .mapToDouble(half -> half.prefHeight(each))
          .max()
          .orElse(0);
    }

    @Override
    protected void layoutChildren() {
      double each = getWidth() / Math.max(1, getManagedChildren().size());
      double x = 0;
      for (Node half : getManagedChildren()) {
        layoutInArea(half, x, 0, each, getHeight(), 0, HPos.LEFT, VPos.TOP);
        x += each;
      }
    }
  }

  /** Number, sign and text of one line on one side. */
  private static final class Half extends HBox {
    private final Label number = new Label();
    private final Label sign = new Label();
    private final Label text = new Label();

    Half() {
      getStyleClass().add("side-half");
      number.getStyleClass().add("side-number");
      sign.getStyleClass().add("side-sign");
      text.getStyleClass().add("side-text");
      number.setMinWidth(Region.USE_PREF_SIZE);
      sign.setMinWidth(Region.USE_PREF_SIZE);
      text.setMinWidth(0);
      text.setWrapText(true);
      HBox.setHgrow(text, Priority.ALWAYS);
      setMinWidth(0);
      getChildren().addAll(number, sign, text);
    }

    void show(LineDiff.Line line) {
      number.setText(line.number() == 0 ? "" : String.valueOf(line.number()));
      sign.setText(
          switch (line.mark()) {
            case SAME, FILLER -> "";
            case ADDED -> "+";
            case REMOVED -> "−";
            case CHANGED -> "~";
          });
      text.setText(line.text());
      for (LineDiff.Mark mark : LineDiff.Mark.values()) {
        String name = "line-" + mark.name().toLowerCase(Locale.ROOT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass(name), mark == line.mark());
      }
    }
  }
}
