package io.tenantry.app.screens.blueprints;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A version on the line: a node with a rail, number, what made it, who, when, who is on it. */
final class VersionCell extends ListCell<VersionRow> {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
  private static final PseudoClass USED = PseudoClass.getPseudoClass("used");
  private final Region dot = new Region();
  private final Region above = new Region();
  private final Region below = new Region();
  private final Label number = Labels.title("");
  private final HBox chips = new HBox();
  private final Label summary = Labels.body("");
  private final Label facts = Labels.caption("");
  private final Hyperlink tenants;
  private final HBox line;

  VersionCell(BlueprintViewModel model) {
    getStyleClass().add("version-cell");
    tenants =
        Buttons.link(
            "",
            () -> {
              if (getItem() != null) {
                model.openTenants(getItem());
              }
            });
    tenants.setMinWidth(USE_PREF_SIZE);
    chips.getStyleClass().add("chip-row");
    HBox first = Panels.row(number, chips, Panels.spacer(), tenants);
    VBox words = new VBox(first, summary, facts);
    words.getStyleClass().add("version-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(rail(), words);
    line.getStyleClass().add("version-line");
    line.setMinWidth(0);
    line.setPrefWidth(10);
  }

  @Override
  protected void updateItem(@Nullable VersionRow item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    above.pseudoClassStateChanged(FIRST, getIndex() == 0);
    below.pseudoClassStateChanged(LAST, getIndex() == getListView().getItems().size() - 1);
    dot.pseudoClassStateChanged(USED, item.tenants() > 0);
    number.setText(item.version().toString());
    chips.getChildren().clear();
    if (item.latest()) {
      chips.getChildren().add(new Chip(Tone.ACCENT, Text.of("blueprint.latest")));
    }
    if (item.destructive()) {
      chips.getChildren().add(new Chip(Tone.DANGER, Text.of("blueprint.destructive")));
    }
    tenants.setText(Text.of("blueprint.tenants", item.tenants()));
    tenants.setVisible(item.tenants() > 0);
    summary.setText(item.summary());
    facts.setText(
        Text.of(
            "blueprint.facts",
            item.author(),
            Figures.ago(item.createdAt(), Instant.now()),
            item.statements()));
    setTooltip(new Tooltip(item.summary() + "\n" + Figures.exact(item.createdAt())));
    setGraphic(line);
  }

  private StackPane rail() {
    above.getStyleClass().add("rail-above");
    below.getStyleClass().add("rail-below");
    dot.getStyleClass().add("rail-dot");
    VBox rails = new VBox(above, below);
    VBox.setVgrow(below, Priority.ALWAYS);
    rails.getStyleClass().add("rails");
    StackPane rail = new StackPane(rails, dot);
    rail.getStyleClass().add("rail");
    return rail;
  }
}
