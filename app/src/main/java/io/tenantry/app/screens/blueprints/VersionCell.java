package io.tenantry.app.screens.blueprints;

import io.tenantry.app.controls.Aging;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.lifeline.Rail;
import io.tenantry.app.controls.lifeline.RailNode;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A version on the line: number, what made it, who, when, and who is on it now. */
final class VersionCell extends ListCell<VersionEntry> {
  private final Rail rail = new Rail();
  private final Label number = Labels.heading("");
  private final HBox chips = new HBox();
  private final Node latest = Chip.tag(Text.of("blueprint.latest"));
  private final Label tenants = Labels.caption("");
  private final Label summary = Labels.body("");
  private final Label facts = Labels.caption("");
  private final HBox line;

  VersionCell() {
    getStyleClass().add("version-cell");
    number.setMinWidth(USE_PREF_SIZE);
    chips.setMinWidth(USE_PREF_SIZE);
    tenants.setMinWidth(USE_PREF_SIZE);
    latest.managedProperty().bind(latest.visibleProperty());
    summary.setMinWidth(0);
    facts.setMinWidth(0);
    chips.getStyleClass().add("chip-row");
    VBox words =
        new VBox(
            Panels.row(number, latest, summary, Panels.spacer(), tenants),
            Panels.row(facts, Panels.spacer(), chips));
    words.getStyleClass().add("version-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(rail, words);
    line.getStyleClass().add("version-line");
    line.setMinWidth(0);
    line.setPrefWidth(1);
    Aging.follow(line, now -> tell(getItem(), now));
  }

  private void tell(@Nullable VersionEntry item, Instant now) {
    if (item != null) {
      String ago = Figures.ago(item.createdAt(), now);
      facts.setText(Text.of("blueprint.facts", item.author(), ago, item.statements()));
    }
  }

  @Override
  protected void updateItem(@Nullable VersionEntry item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    RailNode node = item.tenants() > 0 ? new RailNode.Current() : new RailNode.Dot();
    rail.show(node, getIndex() == 0, getIndex() == getListView().getItems().size() - 1);
    number.setText(item.version().toString());
    chips.getChildren().clear();
    latest.setVisible(item.latest());
    if (item.destructive()) {
      chips.getChildren().add(new Chip(Tone.DANGER, Text.of("blueprint.destructive")));
    }
    tenants.setText(item.tenants() > 0 ? Text.of("blueprint.tenants", item.tenants()) : "");
    summary.setText(item.summary());
    tell(item, Instant.now());
    setTooltip(new Tooltip(item.summary() + "\n" + Figures.exact(item.createdAt())));
    setAccessibleText(
        Text.of("blueprint.spoken", item.version().toString(), item.summary(), item.tenants()));
    setGraphic(line);
  }
}
