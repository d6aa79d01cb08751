package io.tenantry.app.screens.query;

import io.tenantry.app.fx.Snapshots;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;

/** Keeps a state in all looks and two sizes with {@code -Dquery.pictures=FOLDER}. */
final class QueryPictures {
  private static final double[][] SIZES = {{1440, 900}, {900, 600}};

  private QueryPictures() {}

  static void keep(String name, Scene scene) {
    String folder = System.getProperty("query.pictures");
    if (folder == null) {
      return;
    }
    for (double[] size : SIZES) {
      onFx(() -> resize(scene, size[0], size[1]));
      for (Theme theme : Theme.values()) {
        String file = (name + "-" + theme + "-" + (int) size[0]).toLowerCase(Locale.ROOT);
        onFx(() -> write(scene, theme, Path.of(folder, file + ".png")));
      }
    }
    onFx(
        () -> {
          Themes.apply(Theme.LIGHT);
          resize(scene, SIZES[0][0], SIZES[0][1]);
        });
  }

  static void resize(Scene scene, double width, double height) {
    scene.getWindow().setWidth(width);
    scene.getWindow().setHeight(height);
  }

  private static void write(Scene scene, Theme theme, Path file) {
    Themes.apply(theme);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    try {
      Snapshots.write(scene, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void onFx(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(15_000, work);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
