package io.tenantry.app.controls.icons;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the one pack the console uses; size and colour come from the theme. UI thread. */
public final class Icons {
  private Icons() {}

  /** Returns an icon of the normal size (15 px). */
  public static FontIcon of(Feather icon) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().add("icon");
    return node;
  }

  /**
   * Returns an icon with one more style class, for example {@code icon-muted} or {@code
   * icon-large}.
   */
  public static FontIcon of(Feather icon, String styleClass) {
    FontIcon node = of(icon);
    node.getStyleClass().add(styleClass);
    return node;
  }
}
