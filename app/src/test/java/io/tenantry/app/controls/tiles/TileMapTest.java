package io.tenantry.app.controls.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TileMapTest extends FxTest {
  private final List<TileSpan> opened = new ArrayList<>();
  private TileMap map;
  private Scene scene;

  @BeforeEach
  void build() {
    opened.clear();
    map = fx(TileMap::new);
    map.onOpen(opened::add);
    scene = show(fx(() -> new VBox(map)));
  }

  @Test
  void aHundredThousandAreAllOnTheMapAndOneThatFailedIsSeen() {
    byte[] states = all(100_000, TileState.DONE);
    states[99_999] = TileState.FAILED.kept();
    run(() -> map.show(states));
    settle();
    assertThat(fx(() -> map.perTile().get())).isGreaterThan(1);
    assertThat(colours()).contains(Color.web("#b3202e"));
    run(map::requestFocus);
    push(KeyCode.END);
    TileSpan last = fx(() -> map.pointed().get().orElseThrow());
    assertThat(last.to()).isEqualTo(100_000);
    assertThat(last.shown()).isEqualTo(99_999);
  }

  @Test
  void arrowKeysWalkThroughTheTilesAndEnterOpens() {
    byte[] states = all(300, TileState.DONE);
    run(() -> map.show(states));
    run(map::requestFocus);
    settle();
    push(KeyCode.RIGHT);
    push(KeyCode.RIGHT);
    push(KeyCode.LEFT);
    assertThat(pointed().from()).isEqualTo(1);
    push(KeyCode.DOWN);
    int below = pointed().from();
    assertThat(below).isGreaterThan(10);
    push(KeyCode.UP);
    push(KeyCode.HOME);
    push(KeyCode.LEFT);
    assertThat(pointed().from()).isZero();
    push(KeyCode.ENTER);
    assertThat(opened).containsExactly(new TileSpan(0, 1, 0));
  }

  @Test
  void aClickOpensWhatIsUnderIt() {
    run(() -> map.show(all(300, TileState.DONE)));
    settle();
    clickOn(offset(map, -map.getWidth() / 2 + 30, -map.getHeight() / 2 + 12));
    assertThat(opened).singleElement().extracting(TileSpan::from).isEqualTo(1);
  }

  @Test
  void whatIsFilteredOutIsFaintAndATileShowsTheWorstOfWhatIsWanted() {
    byte[] states = all(50_000, TileState.DONE);
    for (int at = 0; at < states.length; at += 2) {
      states[at] = TileState.FAILED.kept();
    }
    run(() -> map.show(states));
    run(map::requestFocus);
    settle();
    assertThat(pointed().shown() % 2).as("a failed one").isZero();
    run(() -> map.only(Set.of(TileState.DONE)));
    settle();
    push(KeyCode.RIGHT);
    assertThat(pointed().shown() % 2).as("one that is done").isEqualTo(1);
    assertThat(colours()).doesNotContain(Color.web("#b3202e"));
    run(() -> map.only(Set.of(TileState.RUNNING)));
    settle();
    assertThat(colours()).doesNotContain(Color.web("#b3202e"));
  }

  @Test
  void anEmptyMapIsLowAndPointsNowhere() {
    run(() -> map.show(new byte[0]));
    settle();
    assertThat(fx(() -> map.pointed().get())).isEmpty();
    assertThat(fx(map::getHeight)).isLessThan(40);
  }

  @ParameterizedTest
  @EnumSource
  void everyStateHasALookOfItsOwnInEveryTheme(Theme theme) {
    byte[] states = new byte[TileState.values().length];
    for (int at = 0; at < states.length; at++) {
      states[at] = TileState.values()[at].kept();
    }
    run(() -> map.show(states));
    try {
      run(() -> Themes.apply(theme));
      settle();
      List<List<Integer>> tiles = new ArrayList<>();
      WritableImage image = fx(() -> scene.snapshot(null));
      for (int at = 0; at < states.length; at++) {
        tiles.add(pixels(image, at * 20, 4));
      }
      assertThat(tiles).doesNotHaveDuplicates();
    } finally {
      run(() -> Themes.apply(Theme.LIGHT));
    }
  }

  private TileSpan pointed() {
    return fx(() -> map.pointed().get().orElseThrow());
  }

  private static byte[] all(int number, TileState state) {
    byte[] states = new byte[number];
    Arrays.fill(states, state.kept());
    return states;
  }

  private static List<Integer> pixels(WritableImage image, int left, int top) {
    List<Integer> found = new ArrayList<>();
    for (int y = top; y < top + 18; y++) {
      for (int x = left; x < left + 18; x++) {
        found.add(image.getPixelReader().getArgb(x, y));
      }
    }
    return found;
  }

  private Set<Color> colours() {
    WritableImage image = fx(() -> scene.snapshot(null));
    Set<Color> found = new java.util.HashSet<>();
    for (int y = 0; y < image.getHeight() && y < 430; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        found.add(image.getPixelReader().getColor(x, y));
      }
    }
    return found;
  }
}
