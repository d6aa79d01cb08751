package io.tenantry.app.controls.charts;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * Knows whether a node can be seen, so that nothing is drawn that nobody sees: in a scene, in a
 * window that is open and not minimised, with no hidden node above it. UI thread.
 */
final class Showing {
  private final Node node;
  private final Runnable onShown;
  private boolean waiting;

  /** Creates it; {@code onShown} runs when a node that {@link #isShown} waited for is seen. */
  Showing(Node node, Runnable onShown) {
    this.node = node;
    this.onShown = onShown;
  }

  /** Says whether the node can be seen; when it cannot, the callback comes once it can. */
  boolean isShown() {
    if (!waiting) {
      look();
    }
    return !waiting;
  }

  private void look() {
    Scene scene = node.getScene();
    if (scene == null) {
      await(node.sceneProperty());
      return;
    }
    Window window = scene.getWindow();
    if (window == null) {
      await(scene.windowProperty());
    } else if (!window.isShowing()) {
      await(window.showingProperty());
    } else if (window instanceof Stage stage && stage.isIconified()) {
      await(stage.iconifiedProperty());
    } else {
      awaitAncestors();
    }
  }

  private void awaitAncestors() {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        await(at.visibleProperty());
        return;
      }
    }
  }

  private void await(ObservableValue<?> obstacle) {
    waiting = true;
    Subscription[] once = new Subscription[1];
    once[0] =
        obstacle.subscribe(
            (_, _) -> {
              once[0].unsubscribe();
              changed();
            });
  }

  private void changed() {
    waiting = false;
    if (isShown()) {
      onShown.run();
    }
  }
}
