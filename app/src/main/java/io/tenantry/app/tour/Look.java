package io.tenantry.app.tour;

import io.tenantry.app.settings.ThemeChoice;
import java.util.List;
import java.util.Locale;

/**
 * How the window looks on a picture.
 *
 * @param theme its colours
 * @param width of the window's content, in pixels
 * @param height of the window's content, in pixels
 */
public record Look(ThemeChoice theme, int width, int height) {
  /** The usual size in Light. */
  public static final Look LIGHT = new Look(ThemeChoice.LIGHT, 1440, 900);

  /** The usual size in Dark. */
  public static final Look DARK = new Look(ThemeChoice.DARK, 1440, 900);

  /** Every theme in the usual size and in a small one. */
  public static final List<Look> ALL =
      List.of(
          LIGHT,
          DARK,
          new Look(ThemeChoice.HIGH_CONTRAST, 1440, 900),
          new Look(ThemeChoice.LIGHT, 900, 600),
          new Look(ThemeChoice.DARK, 900, 600),
          new Look(ThemeChoice.HIGH_CONTRAST, 900, 600));

  /** Returns a word for file names: {@code dark}, {@code dark-900}. */
  public String word() {
    String name = theme.name().toLowerCase(Locale.ROOT).replace("_", "-");
    return width == LIGHT.width ? name : name + "-" + width;
  }
}
