package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.recorded.ChangeWarningLine;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/** What the pending changes do to databases with rows, and what can be done about it. UI thread. */
final class WarningList extends ListView<ChangeWarning> {
  WarningList(ObservableList<ChangeWarning> warnings) {
    super(warnings);
    getStyleClass().addAll("plain", "warning-list");
    StyleSheets.add(this, ChangeWarningLine.class, "recorded.css");
    setAccessibleText(Text.of("diff.warnings"));
    setPlaceholder(Labels.muted(Text.of("diff.warnings.none")));
    setCellFactory(_ -> new WarningCell());
  }

  private static final class WarningCell extends ListCell<ChangeWarning> {
    private final ChangeWarningLine line = new ChangeWarningLine();

    WarningCell() {
      getStyleClass().add("change-cell");
    }

    @Override
    protected void updateItem(@Nullable ChangeWarning item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      line.show(item);
      setAccessibleText(ChangeWarningLine.spoken(item));
      setGraphic(line);
    }
  }
}
