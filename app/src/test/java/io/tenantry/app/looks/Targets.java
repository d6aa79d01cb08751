package io.tenantry.app.looks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Finds controls that are hard to hit with a pointer: lower or narrower than 22 px. */
public final class Targets {
  /** The lowest target there is: an item of the status bar. */
  private static final double LEAST = 22;

  private Targets() {}

  /** Returns the controls that are too small below a node. */
  public static List<String> tooSmallIn(Parent root) {
    List<String> small = new ArrayList<>();
    walk(root, small);
    return small;
  }

  private static void walk(Node node, List<String> small) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Region region && isTarget(region) && isSmall(region)) {
      small.add(
          String.format(
              Locale.ROOT,
              "%s %s is %.0f by %.0f",
              region.getClass().getSimpleName(),
              region.getStyleClass(),
              region.getWidth(),
              region.getHeight()));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, small));
    }
  }

  /** A link is as high as its line of words, a part of a bar as the bar. */
  private static boolean isTarget(Region region) {
    return region instanceof ButtonBase
            && !(region instanceof Hyperlink)
            && !region.getStyleClass().contains("share-part")
        || region instanceof ComboBoxBase<?>
        || region instanceof TextField;
  }

  private static boolean isSmall(Region region) {
    return region.getHeight() < LEAST - 0.5 || region.getWidth() < LEAST - 0.5;
  }
}
