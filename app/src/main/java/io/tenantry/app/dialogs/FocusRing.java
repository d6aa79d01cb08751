package io.tenantry.app.dialogs;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;

/** What can have the focus inside a dialog, in the order of Tab. UI thread. */
final class FocusRing {
  private final Node dialog;

  FocusRing(Node dialog) {
    this.dialog = dialog;
  }

  /** Returns where typing is expected: what is marked, else the first field, else the main act. */
  Node wanted() {
    List<Node> nodes = nodes();
    return nodes.stream()
        .filter(node -> node.getStyleClass().contains("initial-focus"))
        .findFirst()
        .or(() -> nodes.stream().filter(FocusRing::isField).findFirst())
        .or(() -> nodes.stream().filter(FocusRing::isMainAction).findFirst())
        .or(() -> nodes.stream().findFirst())
        .orElse(dialog);
  }

  Node first() {
    List<Node> nodes = nodes();
    return nodes.isEmpty() ? dialog : nodes.getFirst();
  }

  Node last() {
    List<Node> nodes = nodes();
    return nodes.isEmpty() ? dialog : nodes.getLast();
  }

  /** Says whether a node can have the focus now. */
  static boolean canHave(Node node) {
    return node.getScene() != null && !node.isDisabled() && isShown(node);
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isField(Node node) {
    return node instanceof TextInputControl field && field.isEditable();
  }

  private static boolean isMainAction(Node node) {
    return node.getStyleClass().contains("accent");
  }

  private List<Node> nodes() {
    List<Node> found = new ArrayList<>();
    collect(dialog, found);
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }
}
