package io.tenantry.app;

import io.tenantry.app.fx.Snapshots;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;

/**
 * Writes pictures of a scene in Light and Dark to {@code docs/screenshots/}, only when asked for by
 * {@code -Dscreenshots=true}; otherwise it draws them and throws them away, so that drawing is
 * tested.
 */
public final class Screenshots {
  private static final Map<String, Theme> LOOKS = Map.of("light", Theme.LIGHT, "dark", Theme.DARK);

  private static final double[][] SIZES = {{1440, 900}, {900, 600}};

  private Screenshots() {}

  /** Takes both pictures under a name such as {@code tenants} or {@code deployments-new}. */
  public static void take(String name, Scene scene) {
    FxTest.run(
        () -> {
          LOOKS.forEach((look, theme) -> write(scene, theme, name + "-" + look));
          Themes.apply(Theme.LIGHT);
        });
  }

  /**
   * Draws a scene in every look, at both sizes that screens are checked at, for eyes and not for
   * the documentation: kept in {@code target/pictures/} when asked for by {@code -Dpictures=true}.
   */
  public static void everyLook(String name, Scene scene) {
    for (double[] size : SIZES) {
      FxTest.run(
          () -> {
            scene.getWindow().setWidth(size[0]);
            scene.getWindow().setHeight(size[1]);
          });
      FxTest.settle();
      for (Theme theme : Theme.values()) {
        FxTest.run(() -> Themes.apply(theme));
        FxTest.settle();
        String file = name + "-" + (int) size[0] + "-" + theme.name().toLowerCase(Locale.ROOT);
        FxTest.run(() -> keep(scene, Path.of("target/pictures", file + ".png")));
      }
    }
    FxTest.run(() -> Themes.apply(Theme.LIGHT));
  }

  private static void keep(Scene scene, Path file) {
    if (!Boolean.getBoolean("pictures")) {
      scene.snapshot(null);
      return;
    }
    try {
      Snapshots.write(scene, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says whether pictures are kept. */
  public static boolean wanted() {
    return Boolean.getBoolean("screenshots");
  }

  private static void write(Scene scene, Theme theme, String name) {
    Themes.apply(theme);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    if (!wanted()) {
      scene.snapshot(null);
      return;
    }
    try {
      Snapshots.write(scene, folder().resolve(name.toLowerCase(Locale.ROOT) + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty("screenshots.folder", "../docs/screenshots"));
  }
}
