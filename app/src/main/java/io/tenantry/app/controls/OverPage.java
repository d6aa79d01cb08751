package io.tenantry.app.controls;

import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * What stands over the pages of a window and takes clicks there. What is to be pressed and can
 * stand elsewhere asks how much room is left beside it. UI thread.
 */
public final class OverPage {
  private static final Object KEY = OverPage.class;

  private OverPage() {}

  /** Makes the children of a node known in its window. */
  public static void tell(Parent over) {
    over.sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null) {
                before.getProperties().remove(KEY, over);
              }
              if (now != null) {
                now.getProperties().put(KEY, over);
              }
            });
  }

  /**
   * Returns how far to the left something has to go to be free.
   *
   * @param wanted where it would stand, in the scene
   * @return 0 when it is free there
   */
  public static double shift(Scene scene, Bounds wanted) {
    if (!(scene.getProperties().get(KEY) instanceof Parent over)) {
      return 0;
    }
    return over.getChildrenUnmodifiable().stream()
        .filter(child -> child.isVisible() && child.isManaged())
        .map(child -> child.localToScene(child.getLayoutBounds()))
        .filter(wanted::intersects)
        .mapToDouble(place -> wanted.getMaxX() - place.getMinX())
        .max()
        .orElse(0);
  }
}
