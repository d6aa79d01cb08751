package io.tenantry.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;

/** Finds what can have the focus, and gives it. UI thread. */
final class Focus {
  private Focus() {}

  /** Returns the first that takes the focus, in the order of Tab. */
  static Optional<Node> firstIn(Node root) {
    return find(root, false);
  }

  /** Returns the last that takes the focus, in the order of Tab. */
  static Optional<Node> lastIn(Node root) {
    return find(root, true);
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

  /** Says whether a node can have the focus now. */
  static boolean canHave(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null && !node.isDisabled() && node.isFocusTraversable();
  }

  /**
   * Gives the focus as the key of Tab would, so that it can be seen: the toolkit shows it only when
   * it has come by a traversal.
   */
  static void show(Node node) {
    node.requestFocus();
    boolean left = node.requestFocusTraversal(TraversalDirection.NEXT);
    Node beside = node.getScene().getFocusOwner();
    if (left && beside != null) {
      beside.requestFocusTraversal(TraversalDirection.PREVIOUS);
    }
    if (!node.isFocused()) {
      node.requestFocus();
    }
  }

  private static Optional<Node> find(Node node, boolean fromEnd) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    Optional<Node> inside =
        node instanceof Parent parent ? findIn(parent, fromEnd) : Optional.empty();
    Optional<Node> self = Optional.of(node).filter(Node::isFocusTraversable);
    return fromEnd ? inside.or(() -> self) : self.or(() -> inside);
  }

  private static Optional<Node> findIn(Parent parent, boolean fromEnd) {
    List<Node> children = parent.getChildrenUnmodifiable();
    return (fromEnd ? children.reversed() : children)
        .stream().flatMap(child -> find(child, fromEnd).stream()).findFirst();
  }
}
