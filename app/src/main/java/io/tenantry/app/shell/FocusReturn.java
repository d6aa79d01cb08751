package io.tenantry.app.shell;

import io.tenantry.app.fx.Focus;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Remembers where the focus was before it came into a part of the window. UI thread. */
final class FocusReturn {
  private final Node part;
  private final Runnable otherwise;
  private @Nullable Node before;

  /**
   * Begins to remember.
   *
   * @param otherwise gives the focus away when it cannot go back to where it was
   */
  FocusReturn(Node part, Runnable otherwise) {
    this.part = part;
    this.otherwise = otherwise;
    part.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((_, old, owner) -> moved(old, owner));
  }

  private void moved(@Nullable Node old, @Nullable Node owner) {
    if (owner == null || !Focus.isIn(owner, part)) {
      before = null; // it would keep a page alive that is left
    } else if (old != null && !Focus.isIn(old, part)) {
      before = old;
    }
  }

  /** Gives the focus back. */
  void giveBack() {
    Node back = before;
    if (back != null && Focus.canHave(back)) {
      back.requestFocus();
    } else {
      otherwise.run();
    }
  }
}
