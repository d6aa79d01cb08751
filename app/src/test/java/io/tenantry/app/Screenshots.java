package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.fx.Snapshots;
import io.tenantry.app.looks.Soundness;
import io.tenantry.app.looks.StyleComplaints;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;

/**
 * Writes pictures of a scene in Light and Dark to {@code target/screenshots/}, only when asked for
 * by {@code -Dscreenshots=true}; otherwise it draws them and throws them away, so that drawing is
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
   * Draws a scene in every look, at both sizes that screens are checked at, and says that it is
   * sound: words can be read and are whole, controls have names, no style looks up a name in vain.
   * The pictures are for eyes and not for the documentation: kept in {@code target/pictures/} when
   * asked for by {@code -Dpictures=true}.
   */
  public static void everyLook(String name, Scene scene) {
    List<String> faults = new ArrayList<>();
    try (StyleComplaints complaints = new StyleComplaints()) {
      everyLook(name, scene, faults);
      faults.addAll(complaints.all());
    }
    assertThat(faults).as(name).isEmpty();
  }

  /** Looks at what is laid out, also where a notice has come since. */
  private static List<String> soundness(Scene scene, Theme theme) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return Soundness.faults(scene.getRoot(), theme);
  }

  private static void everyLook(String name, Scene scene, List<String> faults) {
    for (double[] size : SIZES) {
      FxTest.run(
          () -> {
            scene.getWindow().setWidth(size[0]);
            scene.getWindow().setHeight(size[1]);
          });
      FxTest.settle();
      for (Theme theme : Theme.values()) {
        FxTest.run(() -> dress(scene, theme));
        FxTest.settle();
        String file = name + "-" + (int) size[0] + "-" + theme.name().toLowerCase(Locale.ROOT);
        FxTest.fx(() -> soundness(scene, theme)).forEach(fault -> faults.add(file + ": " + fault));
        FxTest.run(() -> keep(scene, Path.of("target/pictures", file + ".png")));
      }
    }
    FxTest.run(
        () -> {
          Themes.apply(Theme.LIGHT);
          scene.getWindow().setWidth(SIZES[0][0]);
          scene.getWindow().setHeight(SIZES[0][1]);
        });
  }

  /** A theme takes hold with the next pulse only, unless it is applied. */
  private static void dress(Scene scene, Theme theme) {
    Themes.apply(theme);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
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
    dress(scene, theme);
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
    return Path.of(System.getProperty("screenshots.folder", "target/screenshots"));
  }
}
