package io.tenantry.app.looks;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** Finds words that are cut where they must not be: in chips, buttons and titles. */
public final class Cuts {
  private static final List<String> WHOLE =
      List.of("chip", "state-dot", "count", "text-page-title", "text-heading", "key-cap", "avatar");

  private Cuts() {}

  /** Returns what is cut below a node. */
  public static List<String> in(Parent root) {
    List<String> cut = new ArrayList<>();
    walk(root, cut);
    return cut;
  }

  private static void walk(Node node, List<String> cut) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.isTextTruncated() && mustBeWhole(labeled)) {
      cut.add(labeled.getText() + " " + labeled.getStyleClass());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, cut));
    }
  }

  private static boolean mustBeWhole(Labeled labeled) {
    return labeled instanceof Button && !labeled.getStyleClass().contains("share-part")
        || labeled instanceof Label && labeled.getStyleClass().stream().anyMatch(WHOLE::contains);
  }
}
