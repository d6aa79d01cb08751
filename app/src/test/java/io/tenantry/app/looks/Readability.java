package io.tenantry.app.looks;

import io.tenantry.themes.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;

/**
 * Measures the contrast of all words of a scene against the ground they really stand on: the
 * backgrounds of all that lies around them, one over the other; and sees that they are smoothed in
 * grey.
 */
public final class Readability {
  private static final double MARK = 3;

  private final double least;

  /** Measures by the demands of a theme: 7 in High contrast, 4.5 otherwise. */
  public Readability(Theme theme) {
    least = theme == Theme.HIGH_CONTRAST ? 7 : 4.5;
  }

  /** Returns the words that can hardly be read. */
  public List<String> complaints(Parent root) {
    List<String> complaints = new ArrayList<>();
    walk(root, Shade.of(Color.WHITE), complaints);
    return complaints;
  }

  private void walk(Node node, Shade ground, List<String> complaints) {
    if (!node.isVisible() || node.isDisabled() || node.getOpacity() < 1) {
      return;
    }
    Shade below = node instanceof Region region ? over(ground, region) : ground;
    if (node instanceof Text text && !text.getText().isBlank()) {
      measure(text, below, complaints);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, below, complaints));
    }
  }

  private static Shade over(Shade ground, Region region) {
    Shade shade = ground;
    if (region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        if (fill.getFill() instanceof Color colour && covers(fill, region)) {
          shade = shade.under(colour);
        }
      }
    }
    return shade;
  }

  /** Lines and bars at an edge are no ground. */
  private static boolean covers(BackgroundFill fill, Region region) {
    return fill.getInsets().getTop() < region.getHeight() / 2
        && fill.getInsets().getLeft() < region.getWidth() / 2;
  }

  private void measure(Text text, Shade ground, List<String> complaints) {
    if (text.getFontSmoothingType() != FontSmoothingType.GRAY) {
      complaints.add("coloured fringes on \"" + text.getText() + "\"");
    }
    if (!(text.getFill() instanceof Color ink)) {
      return;
    }
    double contrast = ground.under(ink).contrast(ground);
    if (contrast < (text.getStyleClass().contains("icon") ? MARK : least)) {
      complaints.add(
          String.format(
              Locale.ROOT,
              "%.2f \"%s\" in %s on %s (%s)",
              contrast,
              text.getText(),
              ink,
              ground,
              text.getParent()));
    }
  }
}
