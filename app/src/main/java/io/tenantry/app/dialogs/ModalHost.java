package io.tenantry.app.dialogs;

import io.tenantry.app.fx.FxThread;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Shows dialogs above the window's content, inside the same window: no second window to lose, and
 * the same theme. A dialog may lie above another one, so a question does not take the form away it
 * is about. The topmost has the keyboard: focus goes into it, stays in it, and comes back to where
 * it was. UI thread.
 */
public final class ModalHost extends StackPane {
  private final Deque<ModalLayer> layers = new ArrayDeque<>(); // the topmost first
  private Subscription focus = Subscription.EMPTY;

  /** Creates it around the content of the window. */
  public ModalHost(Node content) {
    getStyleClass().add("modal-host");
    getChildren().add(content);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    sceneProperty().subscribe(this::follow);
  }

  /**
   * Shows a node above everything that is shown.
   *
   * @param whenCancelled runs when the user has left with Escape or a click beside it
   */
  public void show(Node dialog, Runnable whenCancelled) {
    show(
        dialog,
        (ModalExit _) -> {
          close(dialog);
          whenCancelled.run();
        });
  }

  /**
   * Shows a node above everything that is shown.
   *
   * @param onExit decides what becomes of the dialog when the user wants to leave it
   */
  void show(Node dialog, Consumer<ModalExit> onExit) {
    close(dialog);
    ModalLayer layer = new ModalLayer(dialog, focusOwner(), onExit);
    ModalLayer below = layers.peek();
    layers.push(layer);
    getChildren().add(layer);
    if (below != null) {
      below.covered(true);
    }
    layer.takeFocus();
    layer.comeIn();
  }

  /** Closes the topmost dialog. */
  public void close() {
    ModalLayer top = layers.peek();
    if (top != null) {
      close(top.dialog());
    }
  }

  /** Closes a dialog, whatever lies above it; does nothing when it is not shown. */
  public void close(Node dialog) {
    ModalLayer closing = find(dialog);
    if (closing == null) {
      return;
    }
    boolean isTop = closing == layers.peek();
    layers.remove(closing);
    ModalLayer now = layers.peek();
    if (now != null) {
      now.covered(false);
    }
    if (isTop) {
      closing.giveFocusBack(now);
    }
    getChildren().remove(closing);
    closing.getChildren().clear();
  }

  /** Gives the focus to the field of a dialog where typing is expected. */
  void focus(Node dialog) {
    ModalLayer layer = find(dialog);
    if (layer != null) {
      layer.takeFocus();
    }
  }

  /** Returns the dialogs that are shown, the topmost first. */
  List<Node> dialogs() {
    return layers.stream().map(ModalLayer::dialog).toList();
  }

  /** Says whether a dialog is shown. */
  public boolean isOpen() {
    return !layers.isEmpty();
  }

  private @Nullable ModalLayer find(Node dialog) {
    return layers.stream().filter(layer -> layer.dialog() == dialog).findFirst().orElse(null);
  }

  private @Nullable Node focusOwner() {
    return getScene() == null ? null : getScene().getFocusOwner();
  }

  /** A key that no dialog has got, because nothing in it has the focus. */
  private void keyPressed(KeyEvent event) {
    ModalLayer top = layers.peek();
    if (top != null && event.getCode() == KeyCode.ESCAPE) {
      top.exit(ModalExit.ESCAPE);
      event.consume();
    }
  }

  private void follow(@Nullable Scene scene) {
    focus.unsubscribe();
    if (scene != null) {
      focus = scene.focusOwnerProperty().subscribe((_, owner) -> keepInside(owner));
      FxThread.later(() -> keepInside(scene.getFocusOwner())); // shown before there was a scene
    }
  }

  /** What the content below asks for by itself, for example when it has loaded, has to wait. */
  private void keepInside(@Nullable Node owner) {
    ModalLayer top = layers.peek();
    if (top == null) {
      return;
    }
    boolean isInside = top.contains(owner);
    if (!isInside) {
      layers.getLast().goBackTo(owner);
    }
    if (!isInside || ModalLayer.isIdle(owner)) {
      FxThread.later(() -> bringBack(top));
    }
  }

  private void bringBack(ModalLayer layer) {
    boolean isWell = layer.contains(focusOwner()) && !ModalLayer.isIdle(focusOwner());
    if (layer == layers.peek() && !isWell) {
      layer.takeFocusAgain();
    }
  }
}
