package io.tenantry.app.controls;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * How long what moves may take; nothing moves for those who asked their system for no motion. UI
 * thread.
 */
public enum Motion {
  /** Menus and tooltips. */
  POPUP(120),
  /** Sheets, drawers and toasts. */
  SHEET(160),
  /** A bar that grows. */
  GROWTH(200);

  private static final double TRAVEL = 8;

  private final Duration length;

  Motion(double millis) {
    length = Duration.millis(millis);
  }

  /** Returns how long it takes, nothing where motion is not wanted. */
  public Duration length() {
    return Platform.getPreferences().isReducedMotion() ? Duration.ZERO : length;
  }

  /** Lets a node come in: it fades in and rises by 8 px, once. */
  public void bringIn(Node node) {
    if (length().equals(Duration.ZERO)) {
      return;
    }
    FadeTransition fade = new FadeTransition(length, node);
    fade.setFromValue(0);
    fade.setToValue(1);
    TranslateTransition rise = new TranslateTransition(length, node);
    rise.setFromY(node.getTranslateY() + TRAVEL);
    rise.setToY(node.getTranslateY());
    rise.setInterpolator(Interpolator.EASE_OUT);
    new ParallelTransition(fade, rise).play();
  }
}
