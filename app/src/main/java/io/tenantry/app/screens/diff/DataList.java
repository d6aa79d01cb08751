package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.recorded.DataStatementLine;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/**
 * The data statements that came with pending changes, each with the decision whether tenants run
 * it. UI thread.
 */
final class DataList extends ListView<DataStatement> {
  private final Consumer<? super DataStatement> onSwitch;

  DataList(DiffViewModel model, Consumer<? super DataStatement> onSwitch) {
    super(model.data());
    this.onSwitch = onSwitch;
    getStyleClass().addAll("plain", "data-list");
    StyleSheets.add(this, DataStatementLine.class, "recorded.css");
    setAccessibleText(Text.of("diff.data"));
    setPlaceholder(Labels.muted(Text.of("diff.data.none")));
    setCellFactory(_ -> new StatementCell());
  }

  private final class StatementCell extends ListCell<DataStatement> {
    private final DataStatementLine line = new DataStatementLine(onSwitch);

    StatementCell() {
      getStyleClass().add("change-cell");
    }

    @Override
    protected void updateItem(@Nullable DataStatement item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      line.show(item);
      setGraphic(line);
    }
  }
}
