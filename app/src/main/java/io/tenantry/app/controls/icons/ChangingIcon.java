package io.tenantry.app.controls.icons;

import org.kordamp.ikonli.javafx.FontIcon;

/** An icon that shows one meaning after another, for cells that are used again. UI thread. */
public final class ChangingIcon extends FontIcon {
  /** Creates it with the first meaning, in the normal size (15 px). */
  public ChangingIcon(Icon first) {
    getStyleClass().add("icon");
    show(first);
  }

  /** Shows another meaning; one that the pack has an icon for. */
  public void show(Icon icon) {
    setIconCode(icon.picture().orElseThrow());
  }
}
