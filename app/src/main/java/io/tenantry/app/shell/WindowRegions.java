package io.tenantry.app.shell;

import io.tenantry.app.fx.Focus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the window. F6 goes from one to the next and Shift+F6 back, each time to where F6
 * has left it; Tab goes round inside one. UI thread.
 */
final class WindowRegions {
  private final List<Region> parts;
  private final Region main;
  private final BooleanSupplier toMain;
  private final Map<Region, Node> last = new HashMap<>();

  /**
   * Creates them.
   *
   * @param parts in the order of F6
   * @param main the one where work is done: it has the focus when no part has
   * @param toMain gives the focus to the main thing of it
   */
  WindowRegions(List<Region> parts, Region main, BooleanSupplier toMain) {
    this.parts = parts;
    this.main = main;
    this.toMain = toMain;
    for (Region part : parts) {
      part.addEventFilter(KeyEvent.KEY_PRESSED, event -> tab(part, event));
    }
  }

  /** Goes to the next part that can have the focus. */
  void next() {
    go(1);
  }

  /** Goes to the part before. */
  void previous() {
    go(-1);
  }

  private void go(int step) {
    Node owner = main.getScene().getFocusOwner();
    Optional<Region> part = parts.stream().filter(each -> isIn(owner, each)).findFirst();
    part.ifPresent(left -> last.put(left, owner));
    int from = parts.indexOf(part.orElse(main));
    for (int tried = 1; tried <= parts.size(); tried++) {
      if (enter(parts.get(Math.floorMod(from + step * tried, parts.size())))) {
        return;
      }
    }
  }

  private static boolean isIn(@Nullable Node node, Region part) {
    return node != null && Focus.isIn(node, part);
  }

  private boolean enter(Region part) {
    Node before = last.get(part);
    if (before != null && Focus.isIn(before, part) && Focus.canHave(before)) {
      Focus.show(before);
      return true;
    }
    if (part.equals(main) && toMain.getAsBoolean()) {
      return true;
    }
    Optional<Node> first = Focus.firstIn(part);
    first.ifPresent(Focus::show);
    return first.isPresent();
  }

  /** Goes round; in a text of several lines and in a cell, which keep tabs, only with Ctrl. */
  private static void tab(Region part, KeyEvent event) {
    boolean isTab = event.getCode() == KeyCode.TAB && !event.isAltDown() && !event.isMetaDown();
    Node owner = part.getScene().getFocusOwner();
    if (!isTab || owner == null || keepsTabs(owner) && !event.isControlDown()) {
      return;
    }
    event.consume();
    Focus.round(part, owner, event.isShiftDown());
  }

  private static boolean keepsTabs(Node owner) {
    return owner instanceof TextArea
        || owner instanceof GenericStyledArea<?, ?, ?>
        || owner.getStyleClass().contains("cell-editor");
  }
}
