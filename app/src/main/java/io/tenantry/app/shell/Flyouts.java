package io.tenantry.app.shell;

import io.tenantry.app.fx.Focus;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The layer of panels that hang from a button, one at a time, inside the window: Escape, a press
 * beside it or the button itself closes it, and gives the focus back. UI thread.
 */
final class Flyouts extends Pane {
  private static final double GAP = 4;
  private static final double MARGIN = 8;

  private final EventHandler<MouseEvent> pressed = this::pressed;
  private final EventHandler<KeyEvent> keyPressed = this::keyPressed;
  private @Nullable Node anchor;
  private @Nullable Region panel;
  private @Nullable Node focusBefore;

  Flyouts() {
    getStyleClass().add("flyouts");
    setPickOnBounds(false);
    sceneProperty().subscribe(this::listenTo);
  }

  private void listenTo(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
      before.removeEventFilter(KeyEvent.KEY_PRESSED, keyPressed);
    }
    if (now != null) {
      now.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
      now.addEventFilter(KeyEvent.KEY_PRESSED, keyPressed);
    }
  }

  /** Shows a panel at a node of the window, or closes it when it hangs there already. */
  void toggle(Node from, Region content) {
    boolean sameAgain = from.equals(anchor);
    close();
    if (sameAgain) {
      return;
    }
    focusBefore = getScene().getFocusOwner();
    anchor = from;
    panel = content;
    content.getStyleClass().addAll("flyout", "level-2");
    content.setPickOnBounds(false); // its shadow takes no clicks
    getChildren().setAll(content);
    applyCss();
    layout();
    Focus.initialIn(content).ifPresent(Focus::show);
  }

  /** Closes what is shown. */
  void close() {
    if (panel == null) {
      return;
    }
    boolean had = panel.isFocusWithin();
    panel = null;
    anchor = null;
    getChildren().clear();
    Node back = focusBefore;
    if (had && back != null) {
      back.requestFocus();
    }
  }

  /** Says whether a panel is shown. */
  boolean isOpen() {
    return panel != null;
  }

  private void pressed(MouseEvent event) {
    if (panel != null
        && event.getTarget() instanceof Node target
        && !Focus.isIn(target, panel)
        && (anchor == null || !Focus.isIn(target, anchor))) {
      close();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && panel != null) {
      close();
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    Region shown = panel;
    Node from = anchor;
    if (shown == null || from == null) {
      return;
    }
    Bounds place = sceneToLocal(from.localToScene(from.getBoundsInLocal()));
    double width = Math.min(shown.prefWidth(-1), getWidth() - 2 * MARGIN);
    boolean below = place.getCenterY() < getHeight() / 2;
    double room = below ? getHeight() - place.getMaxY() : place.getMinY();
    double height = Math.min(shown.prefHeight(width), room - GAP - MARGIN);
    boolean right = place.getCenterX() > getWidth() / 2;
    double x = right ? place.getMaxX() - width : place.getMinX();
    double y = below ? place.getMaxY() + GAP : place.getMinY() - GAP - height;
    double most = getWidth() - MARGIN - width;
    shown.resizeRelocate(
        snapPositionX(Math.clamp(x, MARGIN, Math.max(MARGIN, most))),
        snapPositionY(y),
        width,
        height);
  }
}
