package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pending changes in order, each with what it does and the ways to leave it out. UI thread. */
final class ChangeList extends ListView<ChangeRow> {
  private final Consumer<? super ChangeRow> onSkip;
  private final Consumer<? super ChangeRow> onRevert;

  ChangeList(
      DiffViewModel model,
      Consumer<? super ChangeRow> onSkip,
      Consumer<? super ChangeRow> onRevert) {
    super(model.changes());
    this.onSkip = onSkip;
    this.onRevert = onRevert;
    getStyleClass().addAll("plain", "change-list");
    setAccessibleText(Text.of("diff.changes"));
    setCellFactory(_ -> new ChangeCell(model));
  }

  /** Goes on to the next change, or back with -1. */
  void move(int step) {
    int next = getSelectionModel().getSelectedIndex() + step;
    if (next >= 0 && next < getItems().size()) {
      getSelectionModel().clearAndSelect(next);
      scrollTo(next);
    }
  }

  /** One change on two lines: what it does, and its SQL. */
  private final class ChangeCell extends ListCell<ChangeRow> {
    private final Label place = Labels.caption("");
    private final FontIcon icon = Icons.of(Feather.PLUS);
    private final Label kind = Labels.body("");
    private final Label object = Labels.mono("");
    private final Chip destructive = new Chip(Tone.DANGER, Text.of("diff.destructive"));
    private final Label when = Labels.caption("");
    private final Label sql = Labels.mono("");
    private final Button skip =
        Buttons.quiet(Text.of("diff.skip"), Feather.SKIP_FORWARD, () -> with(onSkip));
    private final Button revert =
        Buttons.quiet(Text.of("diff.revert"), Feather.ROTATE_CCW, () -> with(onRevert));
    private final HBox line;

    ChangeCell(DiffViewModel model) {
      getStyleClass().add("change-cell");
      place.getStyleClass().add("change-place");
      object.getStyleClass().add("change-object");
      sql.getStyleClass().add("change-sql");
      sql.setTextOverrun(OverrunStyle.ELLIPSIS);
      sql.setMinWidth(0);
      object.setMinWidth(0);
      kind.setMinWidth(USE_PREF_SIZE);
      when.setMinWidth(USE_PREF_SIZE);
      destructive.managedProperty().bind(destructive.visibleProperty());
      skip.disableProperty().bind(model.busy());
      skip.getStyleClass().add("small");
      skip.setMinWidth(USE_PREF_SIZE);
      revert.setMinWidth(USE_PREF_SIZE);
      revert.getStyleClass().add("small");
      HBox first = Panels.row(kind, object, destructive);
      VBox words = new VBox(first, sql);
      words.getStyleClass().add("change-words");
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      line = Panels.row(place, icon, words, when, skip, revert);
      line.setMinWidth(0);
      line.setPrefWidth(10);
    }

    @Override
    protected void updateItem(@Nullable ChangeRow item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      place.setText(String.valueOf(item.place()));
      icon.setIconCode(iconOf(item.kind()));
      icon.getStyleClass().removeAll("icon-danger", "icon-success", "icon-warning");
      icon.getStyleClass().add(toneOf(item.kind()));
      kind.setText(item.kindWords());
      object.setText(item.object());
      object.setTooltip(new Tooltip(item.object()));
      destructive.setVisible(item.destructive());
      when.setText(item.version());
      when.setTooltip(
          new Tooltip(Text.of("diff.recorded", item.version(), Figures.exact(item.createdAt()))));
      sql.setText(oneLine(item.statement()));
      sql.setTooltip(new Tooltip(item.statement()));
      skip.setTooltip(new Tooltip(Text.of("diff.skipHelp")));
      revert.setDisable(item.inverse().isEmpty());
      revert.setTooltip(
          new Tooltip(
              item.inverse()
                  .map(sql -> Text.of("diff.revertHelp", sql))
                  .orElseGet(() -> Text.of("diff.noInverse"))));
      setGraphic(line);
    }

    private static String oneLine(String statement) {
      return statement.replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    }

    private void with(Consumer<? super ChangeRow> action) {
      if (getItem() != null) {
        action.accept(getItem());
      }
    }

    private static Feather iconOf(ChangeRow.Kind kind) {
      return switch (kind) {
        case CREATE -> Feather.PLUS;
        case ALTER, RENAME -> Feather.EDIT_2;
        case DROP -> Feather.MINUS;
      };
    }

    private static String toneOf(ChangeRow.Kind kind) {
      return switch (kind) {
        case CREATE -> "icon-success";
        case ALTER, RENAME -> "icon-warning";
        case DROP -> "icon-danger";
      };
    }
  }
}
