package io.tenantry.app.controls.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two texts beside each other, equal lines on one height, differences coloured. UI thread. */
public final class SideBySide extends VBox {
  private static final int LONG = 40;
  private final Label leftTitle = new Label();
  private final Label rightTitle = new Label();
  private final ListView<Pair> lines = new ListView<>();

  private record Pair(LineDiff.Line left, LineDiff.Line right) {}

  public SideBySide() {
    getStyleClass().add("side-by-side");
    lines.getStyleClass().addAll("plain", "side-lines");
    lines.setCellFactory(_ -> new PairCell());
    lines.setFixedCellSize(21);
    VBox.setVgrow(lines, Priority.ALWAYS);
    HBox head = new HBox(half(leftTitle), half(rightTitle));
    head.getStyleClass().add("side-head");
    getChildren().addAll(head, lines);
  }

  /** Shows two texts under their titles. */
  public void show(String titleBefore, String before, String titleAfter, String after) {
    leftTitle.setText(titleBefore);
    rightTitle.setText(titleAfter);
    LineDiff diff = LineDiff.of(before, after);
    List<Pair> pairs = new ArrayList<>();
    for (int at = 0; at < diff.left().size(); at++) {
      pairs.add(new Pair(diff.left().get(at), diff.right().get(at)));
    }
    lines.getItems().setAll(pairs);
    lines.setAccessibleText(titleBefore + ", " + titleAfter);
  }

  private static HBox half(Label title) {
    HBox half = new HBox(title);
    half.getStyleClass().add("side-title");
    half.setPrefWidth(10);
    HBox.setHgrow(half, Priority.ALWAYS);
    return half;
  }

  /** A line of both texts. */
  private static final class PairCell extends ListCell<Pair> {
    private final Half left = new Half();
    private final Half right = new Half();
    private final HBox line = new HBox(left, right);

    PairCell() {
      getStyleClass().add("side-line");
      right.getStyleClass().add("right");
      line.setMinWidth(0);
      line.prefWidthProperty().bind(widthProperty());
      line.maxWidthProperty().bind(widthProperty());
    }

    @Override
    protected void updateItem(@Nullable Pair item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      left.show(item.left());
      right.show(item.right());
      setGraphic(line);
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
      setPrefWidth(10);
      setMinWidth(0);
      HBox.setHgrow(this, Priority.ALWAYS);
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
      text.setTooltip(line.text().length() > LONG ? new Tooltip(line.text().strip()) : null);
      for (LineDiff.Mark mark : LineDiff.Mark.values()) {
        String name = "line-" + mark.name().toLowerCase(Locale.ROOT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass(name), mark == line.mark());
      }
    }
  }
}
