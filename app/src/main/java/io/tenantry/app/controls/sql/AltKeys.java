package io.tenantry.app.controls.sql;

import io.tenantry.app.controls.KeyHint;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * Lets shortcuts with Alt pass an editor: it would take them for itself, and type their character
 * when they lead to it. UI thread.
 */
final class AltKeys {
  private AltKeys() {}

  /** Hands the shortcuts of an editor on to what is around it. */
  static void pass(Node editor, Node around) {
    editor.addEventFilter(
        KeyEvent.ANY,
        event -> {
          if (isShortcut(event)) {
            event.consume();
            Event.fireEvent(around, event.copyFor(around, around));
          }
        });
  }

  /** With AltGr, and on a Mac, Alt makes characters. */
  private static boolean isShortcut(KeyEvent event) {
    return event.isAltDown() && !event.isControlDown() && !KeyHint.isMac();
  }
}
