package io.tenantry.themes;

import java.util.List;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.PopupControl;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * Menus, tooltips and lists are windows of their own with round corners and a shadow. On a screen
 * without transparent windows both would stand in an opaque rectangle, so there they have neither.
 * UI thread.
 */
public final class Popups {
  /** The style class of a popup that must fill its window. */
  private static final String OPAQUE = "opaque-popup";

  private Popups() {}

  /** Fits all popups that will be shown to what the screen can do. */
  public static Subscription fitToScreen() {
    return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)
        ? Subscription.EMPTY
        : makeOpaque();
  }

  /** Lets all popups that will be shown fill their windows. */
  public static Subscription makeOpaque() {
    ListChangeListener<Window> listener =
        change -> {
          while (change.next()) {
            change.getAddedSubList().forEach(Popups::mark);
          }
        };
    Window.getWindows().addListener(listener);
    return () -> Window.getWindows().removeListener(listener);
  }

  /** A control's popup takes its styles from its owner, not from the root of its window. */
  private static void mark(Window window) {
    if (window instanceof PopupControl control) {
      mark(control.getStyleClass());
    } else if (window instanceof PopupWindow) {
      mark(window.getScene().getRoot().getStyleClass());
    }
  }

  private static void mark(List<String> styleClasses) {
    if (!styleClasses.contains(OPAQUE)) {
      styleClasses.add(OPAQUE);
    }
  }
}
