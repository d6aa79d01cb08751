package io.tenantry.app.controls;

import java.net.URL;
import javafx.scene.Parent;

/** Puts the style sheet of a screen on its root. UI thread. */
public final class StyleSheets {
  private StyleSheets() {}

  /** Adds a style sheet that lies beside a class. */
  public static <P extends Parent> P add(P root, Class<?> beside, String file) {
    URL sheet = beside.getResource(file);
    if (sheet == null) {
      throw new IllegalStateException("missing style sheet " + file);
    }
    root.getStylesheets().add(sheet.toExternalForm());
    return root;
  }
}
