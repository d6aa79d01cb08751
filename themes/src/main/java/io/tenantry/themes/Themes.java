package io.tenantry.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.text.Font;

/** Puts a look on the whole program, popups included, at once and without a restart. UI thread. */
public final class Themes {
  /** The family of all text; its digits have one width. */
  public static final String TEXT_FAMILY = "Inter Tabular";

  /** The family of SQL, ids and values. */
  public static final String CODE_FAMILY = "JetBrains Mono";

  private static final List<String> FONTS =
      List.of(
          "InterTabular-Regular",
          "InterTabular-Medium",
          "InterTabular-SemiBold",
          "JetBrainsMono-Regular",
          "JetBrainsMono-Bold");

  private Themes() {}

  /** Loads the typefaces; once, before the first window. */
  public static void loadFonts() {
    for (String font : FONTS) {
      try (InputStream file = Themes.class.getResourceAsStream("fonts/" + font + ".ttf")) {
        if (file == null || Font.loadFont(file, 13) == null) {
          throw new IllegalStateException("typeface missing: " + font);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("typeface unreadable: " + font, e);
      }
    }
  }

  /** Puts a look on every window of the program. */
  public static void apply(Theme theme) {
    Application.setUserAgentStylesheet(theme.stylesheet());
  }

  /**
   * Puts a look on every window of the program, with everything larger or smaller.
   *
   * @param scale 1 for the sizes as they are drawn, 0.8 to 2
   */
  public static void apply(Theme theme, double scale) {
    if (scale < 0.8 || scale > 2) {
      throw new IllegalArgumentException("scale outside 0.8 to 2: " + scale);
    }
    String sheet = theme.stylesheet();
    Application.setUserAgentStylesheet(scale == 1 ? sheet : ScaledSheet.of(sheet, scale));
  }

  /** Returns the look the desktop asks for. */
  public static Theme ofSystem() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }

  /** Calls back when the desktop changes between light and dark. */
  public static javafx.util.Subscription onSystemChange(Runnable action) {
    return Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> action.run());
  }
}
