package io.tenantry.themes;

import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Shows menus, tooltips and lists, which are windows of their own, as large as the window they
 * belong to is. UI thread.
 */
public final class PopupScale implements AutoCloseable {
  private static final double TEXT = 13;

  private final ListChangeListener<Window> listener =
      change -> {
        while (change.next()) {
          change.getAddedSubList().forEach(this::fit);
        }
      };
  private Optional<String> sheet = Optional.empty();
  private double scale = 1;

  /** Fits all popups that will be shown; at their own size at first. */
  public PopupScale() {
    Window.getWindows().addListener(listener);
  }

  /**
   * Sets look and size of the popups that will be shown.
   *
   * @param next 1 for the sizes as they are drawn
   */
  public void show(Theme theme, double next) {
    scale = next;
    sheet = next == 1 ? Optional.empty() : Optional.of(ScaledSheet.of(theme.stylesheet(), next));
  }

  /** Fits popups no longer. */
  @Override
  public void close() {
    Window.getWindows().removeListener(listener);
  }

  private void fit(Window window) {
    if (window instanceof PopupWindow popup) {
      Scene scene = popup.getScene();
      scene.setUserAgentStylesheet(sheet.orElse(null));
      String font =
          scale == 1 ? "" : String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", TEXT * scale);
      if (popup instanceof PopupControl control) {
        control.setStyle(font); // it takes its font from its owner otherwise
      } else {
        scene.getRoot().setStyle(font);
      }
    }
  }
}
