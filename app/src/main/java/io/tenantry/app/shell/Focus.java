package io.tenantry.app.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Finds what can have the focus. UI thread. */
final class Focus {
  private Focus() {}

  /**
   * Gives the focus to the first that takes it, in the order of Tab; says whether there was one.
   */
  static boolean first(Node root) {
    Optional<Node> found = find(root, false);
    found.ifPresent(Node::requestFocus);
    return found.isPresent();
  }

  /** Gives the focus to the last that takes it; says whether there was one. */
  static boolean last(Node root) {
    Optional<Node> found = find(root, true);
    found.ifPresent(Node::requestFocus);
    return found.isPresent();
  }

  /** Says whether a node is another one or inside it. */
  static boolean isIn(Node node, Node around) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(around)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> find(Node node, boolean fromEnd) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      var children = parent.getChildrenUnmodifiable();
      for (Node child : fromEnd ? children.reversed() : children) {
        Optional<Node> found = find(child, fromEnd);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
