package io.tenantry.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/** Finds what can have the focus, and gives it. UI thread. */
public final class Focus {
  /** Style class of what has the focus first in a dialog or panel. */
  public static final String INITIAL = "initial-focus";

  private Focus() {}

  /** Returns the first that takes the focus, in the order of Tab. */
  public static Optional<Node> firstIn(Node root) {
    return allIn(root).stream().findFirst();
  }

  /** Returns what is marked as the first to have the focus, else the first that takes it. */
  public static Optional<Node> initialIn(Node root) {
    return markedIn(root).or(() -> firstIn(root));
  }

  /** Returns what is marked as the first to have the focus. */
  public static Optional<Node> markedIn(Node root) {
    return allIn(root).stream().filter(node -> node.getStyleClass().contains(INITIAL)).findFirst();
  }

  /** Returns the main thing of a part: its first list, table, tree or editor that can be seen. */
  public static Optional<Node> mainIn(Node root) {
    return find(root, Focus::isMainThing);
  }

  private static boolean isMainThing(Node node) {
    return node.isFocusTraversable()
        && (node instanceof TableView<?>
            || node instanceof ListView<?>
            || node instanceof TreeView<?>
            || node instanceof TreeTableView<?>
            || node instanceof GenericStyledArea<?, ?, ?>);
  }

  /** Returns the first that can be seen and is wanted. */
  public static Optional<Node> find(Node root, Predicate<Node> wanted) {
    if (!root.isVisible() || root.isDisabled()) {
      return Optional.empty();
    }
    if (wanted.test(root)) {
      return Optional.of(root);
    }
    List<Node> children =
        root instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
    return children.stream().flatMap(child -> find(child, wanted).stream()).findFirst();
  }

  /** Returns the last that takes the focus, in the order of Tab. */
  public static Optional<Node> lastIn(Node root) {
    return allIn(root).reversed().stream().findFirst();
  }

  /** Returns all that take the focus, in the order of Tab. */
  public static List<Node> allIn(Node root) {
    List<Node> found = new ArrayList<>();
    collect(root, found);
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

  /**
   * Moves the focus as Tab does, but round inside one part of the window.
   *
   * @param owner what has the focus now
   * @param isBack whether it goes backwards
   */
  public static void round(Node part, @Nullable Node owner, boolean isBack) {
    Optional<Node> edge = isBack ? firstIn(part) : lastIn(part);
    boolean atEdge = owner == null || !isIn(owner, part) || edge.filter(owner::equals).isPresent();
    if (owner != null && !atEdge) {
      owner.requestFocusTraversal(isBack ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
    Node now = part.getScene().getFocusOwner();
    if (atEdge || now == null || !isIn(now, part)) {
      (isBack ? lastIn(part) : firstIn(part)).ifPresent(Focus::show);
    }
  }

  /** Says whether a node is another one or inside it. */
  public static boolean isIn(Node node, Node around) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(around)) {
        return true;
      }
    }
    return false;
  }

  /** Says whether a node can have the focus now. */
  public static boolean canHave(Node node) {
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
  public static void show(Node node) {
    if (node.getScene() == null) {
      return;
    }
    if (node instanceof ScrollPane pane) {
      double place = pane.getVvalue();
      thereAndBack(node);
      pane.setVvalue(place); // what it holds was scrolled into view on the way
    } else {
      thereAndBack(node);
    }
  }

  private static void thereAndBack(Node node) {
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
}
