package io.tenantry.app.looks;

import static io.tenantry.app.looks.Pages.columns;
import static io.tenantry.app.looks.Pages.flow;
import static io.tenantry.app.looks.Pages.in;
import static io.tenantry.app.looks.Pages.page;
import static io.tenantry.app.looks.Pages.part;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.figures.MeterLine;
import io.tenantry.app.controls.figures.ShareBar;
import io.tenantry.app.controls.figures.StatTile;
import io.tenantry.app.controls.figures.StatTiles;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Count;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tiles.TileMap;
import io.tenantry.app.controls.tiles.TileState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** States, avatars, figures. */
final class FigurePages {
  private static final List<String> IDS =
      List.of("acme", "initech", "hooli-uk", "cust0017", "wayne", "umbrella corp", "globex", "");

  private FigurePages() {}

  static Region states() {
    FlowPane marks = flow();
    FlowPane chips = flow();
    for (Tone tone : Tone.values()) {
      String word = tone.name().charAt(0) + tone.name().substring(1).toLowerCase();
      marks.getChildren().add(new StateMark(tone, word));
      chips.getChildren().add(new Chip(tone, word));
    }
    return page(
        "States",
        part("Normal is quiet", ordinary()),
        part("Marks of all tones", marks),
        part("Chips of all tones", chips),
        part(
            "Chips with an icon of their own",
            flow(
                new Chip(Tone.SUCCESS, "added").with(Icon.ADD),
                new Chip(Tone.WARNING, "changed").with(Icon.EDIT),
                new Chip(Tone.DANGER, "dropped").with(Icon.REMOVE),
                new Chip(Tone.WARNING, "Drifted").with(Icon.DRIFT),
                new Chip(Tone.WARNING, "3 behind").with(Icon.BEHIND))),
        part(
            "Tags and counts",
            flow(
                Chip.tag("SQLite"),
                Chip.tag("L2"),
                Chip.tag("eu-central"),
                Chip.tag("version 1.4"),
                new Count(3),
                new Count(1_240),
                Count.ofFailures(2))),
        part("Avatars in rows", avatars(Avatar.Size.ROW)),
        part("Avatars in crumbs", avatars(Avatar.Size.CRUMB)),
        part("Avatars of pages", avatars(Avatar.Size.PAGE)));
  }

  private static FlowPane ordinary() {
    return flow(
        new StateMark(Tone.SUCCESS, "Ready"),
        new StateMark(Tone.SUCCESS, "Connected"),
        new StateMark(Tone.NEUTRAL, "Open"),
        new StateMark(Tone.PAUSED, "Suspended"),
        new StateMark(Tone.RUNNING, "Migrating"),
        new StateMark(Tone.WARNING, "2 behind"),
        new StateMark(Tone.DANGER, "Not connected"));
  }

  static Region figures() {
    StatTile failed = tile("Failed", "2", "");
    failed.change("▲ 2 to yesterday", true);
    StatTile behind = tile("Behind", "117", "tenants");
    behind.change("▼ 12 % to yesterday", false);
    StatTile none = tile("Drifted", "0", "");
    StatTile unknown = StatTile.still("p95");
    unknown.unknown("No query in the last hour");
    StatTile held = tile("Focused", "12.4", "ms");
    return page(
        "Figures",
        part(
            "Stat tiles",
            new StatTiles(failed, behind, none, unknown, in(held, "focus-visible")),
            new StatTiles(
                in(tile("Hovered", "1,204", "tenants"), "hover"), tile("Size", "12.4", "GB"))),
        columns(
            part(
                "Meters",
                line("298 of 300 · 2 failed", 300, 298, 0, 2, 0),
                line("99,998 of 100,000 · 2 failed", 100_000, 99_998, 0, 2, 0),
                line("120 of 300 · 8 running", 300, 120, 8, 0, 0),
                line("40 of 300 · 20 failed · paused", 300, 40, 0, 20, 6),
                line("0 of 300", 300, 0, 0, 0, 0),
                line("300 of 300", 300, 300, 0, 0, 0)),
            part("Limits", limit(40), limit(84), limit(97), limit(120))),
        part(
            "Shares of versions",
            shares(new ShareBar.Share("1.4", 412, "412 on 1.4", true)),
            shares(
                new ShareBar.Share("1.1", 12, "12 on 1.1", false),
                new ShareBar.Share("1.2", 5, "5 on 1.2", false),
                new ShareBar.Share("1.3", 80, "80 on 1.3", false),
                new ShareBar.Share("1.4", 412, "412 on 1.4", true)),
            shares(
                new ShareBar.Share("1.1", 120, "120 on 1.1", false),
                new ShareBar.Share("1.2", 180, "180 on 1.2", false))),
        part("Progress", progress(0.4, ""), progress(0.98, "success"), progress(0.3, "danger")),
        part("Tiles", tiles()));
  }

  private static FlowPane avatars(Avatar.Size size) {
    FlowPane row = flow();
    IDS.forEach(id -> row.getChildren().add(new Avatar(size).show(id)));
    Avatar suspended = new Avatar(size).show("acme");
    suspended.suspended(true);
    row.getChildren().add(suspended);
    return row;
  }

  private static StatTile tile(String caption, String figure, String unit) {
    StatTile tile = StatTile.leading(caption, () -> {});
    tile.show(figure, unit, figure.equals("0"));
    return tile;
  }

  private static MeterLine line(
      String words, long total, long done, long running, long failed, long paused) {
    MeterLine line = new MeterLine();
    line.meter()
        .show(
            total,
            List.of(
                new Meter.Part(Tone.SUCCESS, done),
                new Meter.Part(Tone.RUNNING, running),
                new Meter.Part(Tone.DANGER, failed),
                new Meter.Part(Tone.PAUSED, paused)));
    line.say(words);
    return line;
  }

  private static MeterLine limit(long used) {
    MeterLine line = new MeterLine();
    line.meter().showUsed(used, 100);
    line.say(used + " of 100 MB");
    return line;
  }

  private static ShareBar shares(ShareBar.Share... shares) {
    ShareBar bar = new ShareBar();
    bar.show(List.of(shares), _ -> {});
    return bar;
  }

  private static Node progress(double share, String styleClass) {
    ProgressBar bar = new ProgressBar(share);
    bar.getStyleClass().add(styleClass);
    bar.setPrefWidth(320);
    return bar;
  }

  private static VBox tiles() {
    TileMap map = new TileMap();
    byte[] states = new byte[300];
    for (int index = 0; index < states.length; index++) {
      TileState state =
          switch (index % 100) {
            case 7 -> TileState.FAILED;
            case 40, 41 -> TileState.RUNNING;
            case 50, 51 -> TileState.PAUSED;
            case 60, 61 -> TileState.NOT_REACHED;
            case 70, 71 -> TileState.THERE;
            default -> index < 240 ? TileState.DONE : TileState.WAITING;
          };
      states[index] = state.kept();
    }
    map.show(states);
    return new VBox(map, Labels.caption("300 tenants"));
  }
}
