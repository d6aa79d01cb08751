package io.tenantry.app.controls.lifeline;

import io.tenantry.app.controls.icons.ChangingIcon;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Tone;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The rail of one row of a line, with the row's node on it. UI thread. */
public final class Rail extends StackPane {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
  private final Region above = new Region();
  private final Region below = new Region();
  private final Region dot = new Region();
  private final ChangingIcon icon = new ChangingIcon(Icon.NOT_YET);
  private final StackPane disc = new StackPane(icon);

  public Rail() {
    getStyleClass().add("rail");
    above.getStyleClass().add("rail-above");
    below.getStyleClass().add("rail-below");
    disc.getStyleClass().add("rail-disc");
    VBox line = new VBox(above, below);
    line.getStyleClass().add("rail-line");
    VBox.setVgrow(above, Priority.ALWAYS);
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(line, dot, disc);
  }

  /** Shows a node, and whether the line begins or ends here. */
  public void show(RailNode node, boolean first, boolean last) {
    above.pseudoClassStateChanged(FIRST, first);
    below.pseudoClassStateChanged(LAST, last);
    switch (node) {
      case RailNode.Dot _ -> dot("rail-dot");
      case RailNode.Current _ -> dot("rail-current");
      case RailNode.Ring _ -> dot("rail-ring");
      case RailNode.Disc(Icon shape, Tone tone) -> {
        icon.show(shape);
        tone.mark(disc);
        only(disc);
      }
    }
  }

  private void dot(String styleClass) {
    dot.getStyleClass().setAll(styleClass);
    only(dot);
  }

  private void only(Node shown) {
    dot.setVisible(shown == dot);
    disc.setVisible(shown == disc);
  }
}
