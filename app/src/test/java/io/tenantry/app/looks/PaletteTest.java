package io.tenantry.app.looks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.themes.Theme;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The palettes can be read by everybody: contrast, and distance under colour blindness. */
class PaletteTest {
  private static final List<String> PAGES =
      List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-tn-raised");
  private static final List<String> GROUNDS =
      Stream.concat(
              PAGES.stream(),
              Stream.of(
                  "-color-bg-overlay",
                  "-color-neutral-subtle",
                  "-tn-chrome",
                  "-tn-row-hover",
                  "-tn-row-selected",
                  "-tn-row-selected-idle"))
          .toList();
  private static final List<String> STATES =
      List.of("-color-success", "-color-warning", "-color-danger", "-tn-info", "-color-accent");
  private static final List<String> AVATARS =
      List.of("indigo", "sky", "teal", "olive", "copper", "rose", "plum", "slate");
  private static final List<String> SERIES =
      IntStream.rangeClosed(1, 6).mapToObj(index -> "-tn-series-" + index).toList();

  /** A tile: its ground and its stroke; tiles with a dashed stroke are told apart by that. */
  private record Tile(String fill, String stroke) {
    double distance(Tile other, Palette palette, Sight sight) {
      return Math.max(
          palette.shade(fill).distance(palette.shade(other.fill), sight),
          palette.shade(stroke).distance(palette.shade(other.stroke), sight));
    }
  }

  private static final List<Tile> TILES =
      List.of(
          new Tile("-tn-tile-done", "-tn-tile-done-stroke"),
          new Tile("-tn-tile-failed", "-tn-tile-failed"),
          new Tile("-tn-tile-running", "-tn-tile-running-stroke"),
          new Tile("-tn-tile-there", "-tn-tile-there-stroke"),
          new Tile("-tn-tile-waiting", "-tn-tile-waiting"),
          new Tile("-tn-tile-paused", "-tn-tile-paused-stroke"));

  @ParameterizedTest
  @EnumSource
  void wordsCanBeReadOnEveryGround(Theme theme) {
    Readings readings = new Readings(theme, words(theme));
    readings.of(List.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg"), GROUNDS);
    readings.of(List.of("-color-fg-subtle"), PAGES);
    readings.of(List.of("-color-fg-subtle"), List.of("-tn-chrome"));
    for (String state : STATES) {
      readings.of(List.of(state + "-fg"), PAGES);
      readings.of(
          List.of(state + "-fg", "-color-fg-default", "-color-fg-muted"),
          List.of(state + "-subtle"));
    }
    readings.of(List.of("-color-fg-default"), List.of("-tn-found"));
    readings.of(List.of("-color-fg-emphasis"), List.of("-color-accent-emphasis"));
    readings.of(List.of("-color-fg-emphasis"), List.of("-color-danger-emphasis"));
    readings.check();
  }

  @ParameterizedTest
  @EnumSource
  void codeCanBeReadInEditorsBlocksAndDifferences(Theme theme) {
    Readings readings = new Readings(theme, words(theme));
    List<String> code =
        Stream.of("keyword", "string", "number", "comment", "function", "type", "name", "parameter")
            .map(kind -> "-tn-sql-" + kind)
            .toList();
    readings.of(code, PAGES);
    readings.of(
        List.of("-color-fg-default", "-color-fg-muted"),
        List.of("-tn-diff-added", "-tn-diff-altered", "-tn-diff-dropped"));
    readings.check();
  }

  @ParameterizedTest
  @EnumSource
  void lettersCanBeReadOnAvatarsAndRamps(Theme theme) {
    Readings avatars = new Readings(theme, Math.max(6.5, words(theme)));
    for (String name : AVATARS) {
      avatars.of(List.of("-tn-avatar-" + name + "-ink"), List.of("-tn-avatar-" + name));
    }
    avatars.check();
    Readings ramps = new Readings(theme, 4.5);
    for (int step = 1; step <= 6; step++) {
      ramps.of(List.of("-tn-ordinal-" + step + "-ink"), List.of("-tn-ordinal-" + step));
    }
    ramps.check();
  }

  @ParameterizedTest
  @EnumSource
  void marksStandOutFromThePage(Theme theme) {
    Readings readings = new Readings(theme, 3);
    readings.of(SERIES, List.of("-color-bg-default", "-tn-raised"));
    for (String state : STATES) {
      readings.of(List.of(state + "-emphasis"), List.of("-color-bg-default"));
    }
    for (String state : STATES.subList(0, 4)) {
      readings.of(List.of(state + "-emphasis"), List.of(state + "-subtle"));
    }
    readings.of(
        List.of("-tn-mark-border", "-tn-selected-bar", "-tn-tile-done-stroke", "-tn-tile-failed"),
        List.of("-color-bg-default"));
    readings.of(List.of("-tn-tile-skipped-stroke", "-tn-live"), List.of("-color-bg-default"));
    readings.of(List.of("-tn-tile-failed-mark"), List.of("-tn-tile-failed"));
    readings.of(List.of("-tn-percentile-50"), List.of("-color-bg-default"));
    readings.check();
  }

  @ParameterizedTest
  @EnumSource
  void theSelectedRowOfAMenuOrThePaletteIsSeenAndRead(Theme theme) {
    Readings seen = new Readings(theme, 1.15);
    seen.of(List.of("-tn-row-selected-over"), List.of("-color-bg-overlay"));
    seen.check();
    Readings read = new Readings(theme, words(theme));
    read.of(List.of("-color-fg-default", "-color-fg-muted"), List.of("-tn-row-selected-over"));
    read.check();
  }

  @ParameterizedTest
  @EnumSource
  void seriesOfAChartAreToldApartByEverySight(Theme theme) {
    Palette palette = new Palette(theme);
    SoftAssertions all = new SoftAssertions();
    for (Sight sight : Sight.values()) {
      for (int a = 0; a < SERIES.size(); a++) {
        for (int b = a + 1; b < SERIES.size(); b++) {
          all.assertThat(palette.shade(SERIES.get(a)).distance(palette.shade(SERIES.get(b)), sight))
              .as("%s: %s and %s", sight, SERIES.get(a), SERIES.get(b))
              .isGreaterThanOrEqualTo(8);
        }
      }
    }
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void tilesAreToldApartByEverySight(Theme theme) {
    Palette palette = new Palette(theme);
    SoftAssertions all = new SoftAssertions();
    for (Sight sight : Sight.values()) {
      for (int a = 0; a < TILES.size(); a++) {
        for (int b = a + 1; b < TILES.size(); b++) {
          all.assertThat(TILES.get(a).distance(TILES.get(b), palette, sight))
              .as("%s: %s and %s", sight, TILES.get(a), TILES.get(b))
              .isGreaterThanOrEqualTo(8);
        }
      }
    }
    all.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void doneIsFarFromFailedForColourBlindEyes(Theme theme) {
    Palette palette = new Palette(theme);
    Shade done = palette.shade("-tn-tile-done");
    Shade failed = palette.shade("-tn-tile-failed");
    assertThat(done.distance(failed, Sight.DEUTAN)).isGreaterThanOrEqualTo(25);
    assertThat(done.distance(failed, Sight.PROTAN)).isGreaterThanOrEqualTo(18);
  }

  private static double words(Theme theme) {
    return theme == Theme.HIGH_CONTRAST ? 7 : 4.5;
  }

  /** Contrasts asked of a palette, complained about together. */
  private static final class Readings {
    private final Palette palette;
    private final double least;
    private final SoftAssertions all = new SoftAssertions();

    Readings(Theme theme, double least) {
      palette = new Palette(theme);
      this.least = least;
    }

    void of(List<String> inks, List<String> grounds) {
      for (String ink : inks) {
        for (String ground : grounds) {
          all.assertThat(palette.on(ground, ink).contrast(palette.shade(ground)))
              .as("%s on %s", ink, ground)
              .isGreaterThanOrEqualTo(least);
        }
      }
    }

    void check() {
      all.assertAll();
    }
  }
}
