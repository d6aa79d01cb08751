package io.tenantry.app.fx;

import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The menu key and Shift+F10 ask for the menu of what has the focus, in a list for that of its row.
 * The toolkit leaves this to the system, and not every system does it. UI thread.
 */
public final class MenuKeys {
  private MenuKeys() {}

  /** Makes the keys work below a node. */
  public static void install(Node root) {
    root.addEventHandler(KeyEvent.KEY_PRESSED, MenuKeys::pressed);
  }

  private static void pressed(KeyEvent event) {
    if (isMenu(event) && event.getTarget() instanceof Node owner) {
      ask(rowOf(owner).orElse(owner));
      event.consume();
    }
  }

  private static boolean isMenu(KeyEvent event) {
    boolean held = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
    return !held
        && (event.getCode() == KeyCode.CONTEXT_MENU && !event.isShiftDown()
            || event.getCode() == KeyCode.F10 && event.isShiftDown());
  }

  /** The rows of a list or tree have their own menus; those of a table are the table's. */
  private static Optional<Node> rowOf(Node owner) {
    int cursor =
        switch (owner) {
          case ListView<?> list -> list.getFocusModel().getFocusedIndex();
          case TreeView<?> tree -> tree.getFocusModel().getFocusedIndex();
          default -> -1;
        };
    return owner.lookupAll(".cell").stream()
        .filter(node -> node instanceof IndexedCell<?> cell && cell.getIndex() == cursor)
        .filter(Node::isVisible)
        .findFirst();
  }

  private static void ask(Node node) {
    Bounds bounds = node.getBoundsInLocal();
    double x = bounds.getMinX() + bounds.getWidth() / 4;
    double y = bounds.getCenterY();
    Point2D scene = node.localToScene(x, y);
    Point2D screen = node.localToScreen(x, y);
    if (screen != null) {
      Event.fireEvent(
          node,
          new ContextMenuEvent(
              ContextMenuEvent.CONTEXT_MENU_REQUESTED,
              scene.getX(),
              scene.getY(),
              screen.getX(),
              screen.getY(),
              true,
              null));
    }
  }
}
