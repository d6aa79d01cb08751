package io.tenantry.app.screens.overview;

import io.tenantry.app.controls.figures.StatTile;
import io.tenantry.app.controls.figures.StatTiles;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.List;
import java.util.function.ToLongFunction;

/** How many tenants ask for a look, and why; each figure leads to them. UI thread. */
final class ConcernTiles {
  private final List<Tile> tiles;

  private record Tile(
      StatTile node, ToLongFunction<TenantCounts> count, boolean isBad, String words) {}

  ConcernTiles(LivePart<TenantCounts> part, Navigator navigator) {
    tiles =
        List.of(
            tile(TenantConcern.FAILED, true, navigator),
            tile(TenantConcern.BEHIND, false, navigator),
            tile(TenantConcern.DRIFTED, true, navigator),
            tile(TenantStatus.SUSPENDED, navigator),
            tile(TenantStatus.PROVISIONING, navigator));
    part.state().subscribe(this::say);
    part.value().subscribe(found -> found.ifPresent(this::show));
  }

  StatTiles node() {
    return new StatTiles(tiles.stream().map(Tile::node).toArray(StatTile[]::new));
  }

  private static Tile tile(TenantConcern concern, boolean isBad, Navigator navigator) {
    return tile(
        concern.code(),
        PlaceSubjects.tenantsWith(concern),
        counts -> counts.with(concern),
        isBad,
        navigator);
  }

  private static Tile tile(TenantStatus status, Navigator navigator) {
    return tile(
        status.code(),
        PlaceSubjects.tenantsIn(status),
        counts -> counts.in(status),
        false,
        navigator);
  }

  private static Tile tile(
      String name,
      String subject,
      ToLongFunction<TenantCounts> count,
      boolean isBad,
      Navigator navigator) {
    String key = "overview.tile." + name;
    StatTile node =
        StatTile.leading(Text.of(key), () -> navigator.go(ScreenRoute.TENANTS, subject));
    String words = Text.of(key + ".words");
    node.change(words, false);
    return new Tile(node, count, isBad, words);
  }

  private void say(ScreenState state) {
    switch (state) {
      case ScreenState.Loading _ ->
          tiles.forEach(tile -> tile.node().unknown(Text.of("overview.loading")));
      case ScreenState.Failed(var problem) ->
          tiles.forEach(tile -> tile.node().unknown(problem.title()));
      case ScreenState.Empty _, ScreenState.Loaded _ -> {}
    }
  }

  private void show(TenantCounts counts) {
    for (Tile tile : tiles) {
      long count = tile.count().applyAsLong(counts);
      tile.node().show(Figures.count(count), "", count == 0);
      tile.node().change(tile.words(), tile.isBad() && count > 0);
    }
  }
}
