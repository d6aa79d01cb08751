package io.tenantry.app.screens.blueprints;

import io.tenantry.app.controls.figures.ShareBar;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The columns of the list of blueprints. UI thread. */
final class BlueprintColumns {
  private final BiConsumer<ListedBlueprint, String> openVersion;

  /** Creates them with what a click on the share of a version does. */
  BlueprintColumns(BiConsumer<ListedBlueprint, String> openVersion) {
    this.openVersion = openVersion;
  }

  List<DataColumn<ListedBlueprint, ?>> all() {
    return List.of(
        DataColumn.text(title("name"), ListedBlueprint::name)
            .named("name")
            .styled("strong-cell")
            .room(160, 220)
            .grow(),
        DataColumn.chip(title("state"), BlueprintColumns::state).named("state").room(136, 150),
        DataColumn.drawn(title("distribution"), BlueprintColumns::spoken, this::distribution)
            .named("distribution")
            .unsorted()
            .room(140, 280)
            .grow(),
        DataColumn.number(title("tenants"), ListedBlueprint::tenants)
            .named("tenants")
            .room(84, 90)
            .leaves(1),
        DataColumn.<ListedBlueprint>text(title("version"), row -> row.latest().toString())
            .named("version")
            .styled("number-cell")
            .room(80, 90)
            .leaves(2),
        DataColumn.number(title("statements"), ListedBlueprint::statements)
            .named("statements")
            .room(104, 110)
            .leaves(4),
        DataColumn.<ListedBlueprint>ago(title("created"), row -> Optional.of(row.createdAt()))
            .named("created")
            .leaves(3));
  }

  private static String title(String column) {
    return Text.of("blueprints.column." + column);
  }

  private static Chip.Content state(ListedBlueprint row) {
    if (row.tenants() == 0) {
      return new Chip.Content(Tone.NEUTRAL, Text.of("blueprints.state.none"));
    }
    return row.behind() == 0
        ? new Chip.Content(Tone.SUCCESS, Text.of("blueprints.state.latest"))
        : new Chip.Content(
            Tone.WARNING, Text.of("blueprints.state.behind", Figures.count(row.behind())));
  }

  private static String spoken(ListedBlueprint row) {
    return row.shares().stream()
        .flatMap(List::stream)
        .map(BlueprintColumns::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(VersionShare share) {
    return Text.of("blueprints.share", share.version(), share.tenants());
  }

  private CellNode.Brush<ListedBlueprint> distribution() {
    ShareBar bar = new ShareBar();
    HBox box = new HBox(bar);
    HBox.setHgrow(bar, Priority.ALWAYS);
    box.getStyleClass().add("distribution");
    return row -> {
      bar.show(
          row.shares().stream().flatMap(List::stream).map(BlueprintColumns::share).toList(),
          share -> openVersion.accept(row, share.name()));
      return box;
    };
  }

  private static ShareBar.Share share(VersionShare share) {
    return new ShareBar.Share(share.version(), share.tenants(), words(share), share.latest());
  }
}
