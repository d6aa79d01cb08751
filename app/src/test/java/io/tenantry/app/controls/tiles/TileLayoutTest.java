package io.tenantry.app.controls.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileLayoutTest {
  private static final double WIDE = 1120;
  private static final double HIGH = 420;

  @ParameterizedTest
  @CsvSource({"0", "1", "300", "12000", "16800", "16801", "100000", "1000000"})
  void everyThingIsOnExactlyOneTileAndEveryTileFits(int things) {
    TileLayout layout = TileLayout.of(things, WIDE, HIGH);
    int covered = 0;
    for (int tile = 0; tile < layout.tiles(); tile++) {
      assertThat(layout.from(tile)).isEqualTo(covered);
      assertThat(layout.x(tile) + layout.side()).isLessThanOrEqualTo(WIDE);
      assertThat(layout.y(tile) + layout.side()).isLessThanOrEqualTo(HIGH);
      covered = layout.to(tile);
    }
    assertThat(covered).isEqualTo(things);
  }

  @Test
  void fewThingsHaveLargeTilesOfTheirOwn() {
    TileLayout layout = TileLayout.of(300, WIDE, HIGH);
    assertThat(layout.perTile()).isEqualTo(1);
    assertThat(layout.side()).isEqualTo(18);
    assertThat(layout.isDetailed()).isTrue();
  }

  @Test
  void veryManyShareTilesThatAreAsLargeAsTheyCanBe() {
    TileLayout layout = TileLayout.of(100_000, WIDE, HIGH);
    assertThat(layout.perTile()).isGreaterThan(1);
    assertThat(layout.side()).isGreaterThanOrEqualTo(4);
    assertThat(layout.rows() * (layout.side() + TileLayout.GAP)).isGreaterThan((int) HIGH / 2);
  }

  @Test
  void aPlaceLeadsBackToItsTileAndBesideThemThereIsNone() {
    TileLayout layout = TileLayout.of(500, 640, 260);
    for (int tile = 0; tile < layout.tiles(); tile++) {
      assertThat(layout.at(layout.x(tile) + 1, layout.y(tile) + 1)).isEqualTo(tile);
    }
    assertThat(layout.at(-1, 5)).isEqualTo(-1);
    assertThat(layout.at(639, 1)).isLessThan(500);
    assertThat(layout.at(5, 1000)).isEqualTo(-1);
  }
}
