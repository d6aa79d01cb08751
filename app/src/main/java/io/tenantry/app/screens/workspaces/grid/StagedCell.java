package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.compare.ChangeSign;
import io.tenantry.app.controls.compare.ObjectChange;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.screens.workspaces.edits.SchemaEdit;
import io.tenantry.app.text.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One staged edit with what to know about it and the button that takes it back. UI thread. */
final class StagedCell extends ListCell<StagedChange> {
  private final ChangeSign sign = new ChangeSign();
  private final Label words = Labels.body("");
  private final Label warning = Labels.caption("");
  private final HBox line;

  StagedCell(GridViewModel model) {
    Button undo =
        Buttons.icon(
            Icon.UNDO,
            Text.of("workspace.strip.undoOne"),
            () -> {
              if (getItem() != null) {
                model.undo(getItem().edit());
              }
            });
    warning.getStyleClass().add("text-warning");
    warning.managedProperty().bind(warning.visibleProperty());
    VBox text = new VBox(words, warning);
    text.getStyleClass().add("staged-words");
    text.setMinWidth(0);
    line = Panels.row(sign, text, Panels.spacer(), undo);
    getStyleClass().add("staged-cell");
  }

  @Override
  protected void updateItem(@Nullable StagedChange item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    sign.show(fateOf(item.edit()));
    words.setText(item.words());
    words.getStyleClass().remove("text-danger");
    if (item.standing() != StagedChange.Standing.FITS) {
      words.getStyleClass().add("text-danger");
    }
    warning.setText(item.warning().orElse(""));
    warning.setVisible(item.warning().isPresent());
    setTooltip(new Tooltip(item.sql().isEmpty() ? item.words() : item.sql()));
    setGraphic(line);
  }

  private static ObjectChange.Fate fateOf(SchemaEdit edit) {
    return switch (edit) {
      case SchemaEdit.AddTable _, SchemaEdit.AddColumn _, SchemaEdit.AddIndex _ ->
          ObjectChange.Fate.ADDED;
      case SchemaEdit.RenameTable _, SchemaEdit.RenameColumn _ -> ObjectChange.Fate.ALTERED;
      case SchemaEdit.DropTable _, SchemaEdit.DropColumn _, SchemaEdit.DropIndex _ ->
          ObjectChange.Fate.DROPPED;
    };
  }
}
