package io.tenantry.app.controls;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells the whole of every text that is cut: whatever is under the pointer, a label, a cell, a tab
 * or a button, gets a tooltip while its text does not fit and it has no tooltip of its own. UI
 * thread.
 */
public final class WholeText {
  private final Tooltip whole = new Tooltip();
  private @Nullable Labeled told;

  private WholeText() {}

  /** Watches everything below a node, the root of a window. */
  public static void install(Node root) {
    WholeText watcher = new WholeText();
    root.addEventFilter(MouseEvent.MOUSE_MOVED, event -> watcher.enter(cutIn(event.getTarget())));
  }

  private void enter(@Nullable Labeled cut) {
    if (cut == told) {
      return;
    }
    if (told != null) {
      Tooltip.uninstall(told, whole);
    }
    told = cut;
    if (cut != null) {
      whole.setText(cut.getText());
      Tooltip.install(cut, whole);
    }
  }

  private static @Nullable Labeled cutIn(EventTarget target) {
    for (Node node = target instanceof Node first ? first : null;
        node != null;
        node = node.getParent()) {
      if (node instanceof Labeled labeled) {
        return labeled.isTextTruncated() && labeled.getTooltip() == null ? labeled : null;
      }
    }
    return null;
  }
}
