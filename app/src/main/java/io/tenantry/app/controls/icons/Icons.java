package io.tenantry.app.controls.icons;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by what they mean; size and colour come from the theme. UI thread. */
public final class Icons {
  private Icons() {}

  /** Returns the icon of a meaning in the normal size (15 px). */
  public static Node of(Icon icon) {
    return icon.picture().<Node>map(Icons::of).orElseGet(TableGlyph::new);
  }

  /**
   * Returns an icon with one more style class: {@code icon-small} (12 px), {@code icon-navigation}
   * (16 px), {@code icon-hero} (24 px), or a tone, {@code icon-muted}, {@code icon-danger}.
   */
  public static Node of(Icon icon, String styleClass) {
    Node node = of(icon);
    node.getStyleClass().add(styleClass);
    return node;
  }

  private static FontIcon of(Feather icon) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().add("icon");
    return node;
  }
}
