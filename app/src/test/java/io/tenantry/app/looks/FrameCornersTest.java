package io.tenantry.app.looks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.controls.cards.RoundFrame;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at the corners of frames through a glass: the line runs around them without a gap. */
class FrameCornersTest extends FxTest {
  private static final double ZOOM = 4;
  private static final double RADIUS = 8;
  private static final double SIDE = 120;

  @AfterEach
  void backToLight() {
    run(() -> Themes.apply(Theme.LIGHT));
  }

  @ParameterizedTest
  @EnumSource
  void theLineRunsAroundEveryCornerOfAFrameFullOfRows(Theme theme) {
    run(() -> Themes.apply(theme));
    Shade line = new Palette(theme).shade("-color-border-muted");
    Region rows = fx(Region::new);
    rows.setStyle("-fx-background-color: -tn-row-selected");
    RoundFrame frame = fx(() -> new RoundFrame(rows));
    frame.setMaxSize(SIDE, SIDE);
    StackPane page = new StackPane(frame);
    page.getStyleClass().add("page");
    show(page);
    PixelReader pixels = fx(() -> enlarged(frame));
    assertThat(gaps(pixels, line)).isEmpty();
  }

  private static PixelReader enlarged(RoundFrame frame) {
    SnapshotParameters glass = new SnapshotParameters();
    glass.setTransform(new Scale(ZOOM, ZOOM));
    return frame.snapshot(glass, null).getPixelReader();
  }

  /** Returns where, on the arcs of the four corners, something else than the line is seen. */
  private static List<String> gaps(PixelReader pixels, Shade line) {
    List<String> gaps = new ArrayList<>();
    for (int corner = 0; corner < 4; corner++) {
      for (int degrees = 5; degrees < 90; degrees += 5) {
        double angle = Math.toRadians(degrees);
        double x = RADIUS - (RADIUS - 0.5) * Math.cos(angle);
        double y = RADIUS - (RADIUS - 0.5) * Math.sin(angle);
        double left = corner % 2 == 0 ? x : SIDE - x;
        double top = corner < 2 ? y : SIDE - y;
        Color seen = pixels.getColor((int) (left * ZOOM), (int) (top * ZOOM));
        double distance = Shade.of(seen).distance(line, Sight.NORMAL);
        if (distance > 2) {
          gaps.add("corner %d at %d°: %.1f from the line".formatted(corner, degrees, distance));
        }
      }
    }
    return gaps;
  }
}
