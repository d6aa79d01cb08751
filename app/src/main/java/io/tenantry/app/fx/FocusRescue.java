package io.tenantry.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the focus in the window when the part it is in is taken away: it goes to the nearest thing
 * around that part, at once. The toolkit would look for it only at the next pulse, from inside of
 * what is gone, and break. UI thread.
 */
public final class FocusRescue {
  private final Parent root;
  private final Runnable otherwise;
  private final ChangeListener<@Nullable Scene> gone = (_, _, scene) -> left(scene);
  private final List<Parent> around = new ArrayList<>(); // the nearest first, without the root
  private @Nullable Node watched;

  private FocusRescue(Parent root, Runnable otherwise) {
    this.root = root;
    this.otherwise = otherwise;
  }

  /**
   * Watches a window's content.
   *
   * @param otherwise gives the focus away where nothing around the part can have it
   */
  public static void install(Parent root, Runnable otherwise) {
    FocusRescue rescue = new FocusRescue(root, otherwise);
    root.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((_, _, owner) -> rescue.watch(owner));
  }

  private void watch(@Nullable Node owner) {
    if (watched != null) {
      watched.sceneProperty().removeListener(gone);
    }
    watched = owner;
    around.clear();
    if (owner != null) {
      for (Parent at = owner.getParent(); at != null && at != root; at = at.getParent()) {
        around.add(at);
      }
      owner.sceneProperty().addListener(gone);
    }
  }

  /** A node that is taken away alone, for example the editor of a cell, is its owner's business. */
  private void left(@Nullable Scene scene) {
    Node owner = watched;
    Scene window = root.getScene();
    boolean isLost = scene == null && window != null && window.getFocusOwner() == owner;
    if (owner == null || owner.getParent() == null || !isLost) {
      return;
    }
    Optional<Node> near =
        List.copyOf(around).stream()
            .filter(part -> part.getScene() == window && !Focus.isIn(owner, part))
            .flatMap(part -> Focus.allIn(part).stream())
            .filter(Focus::canHave) // not what is just being put in its place
            .findFirst();
    near.ifPresentOrElse(Node::requestFocus, otherwise);
  }
}
