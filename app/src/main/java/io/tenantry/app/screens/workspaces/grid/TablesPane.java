package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.text.Text;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The tables of the schema at the left of the grid, with what is staged for each. UI thread. */
final class TablesPane extends VBox {
  private final GridViewModel model;
  private final ListView<DraftTable> list;
  private boolean following;

  TablesPane(GridViewModel model, Runnable onAdd) {
    this.model = model;
    getStyleClass().add("tables-pane");
    list = new ListView<>(model.tables());
    list.getStyleClass().add("plain");
    list.setAccessibleText(Text.of("workspace.grid.tables"));
    list.setCellFactory(_ -> new TableItem());
    list.setPlaceholder(Labels.muted(Text.of("workspace.grid.noMatch")));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    list.setOnKeyPressed(
        event -> {
          DraftTable table = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.DELETE && table != null) {
            model.toggleTable(table);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    SearchField search = new SearchField(Text.of("workspace.grid.search"), model::search);
    HBox.setHgrow(search, Priority.ALWAYS);
    Button add = Buttons.icon(Feather.PLUS, Text.of("workspace.grid.addTable"), onAdd);
    HBox head = Panels.row(search, add);
    head.getStyleClass().add("tables-head");
    getChildren().addAll(head, list);
    model.selected().subscribe(this::follow);
  }

  private void chosen(@Nullable DraftTable table) {
    if (table != null && !following) {
      model.select(Optional.of(table));
    }
  }

  private void follow(Optional<DraftTable> table) {
    following = true;
    table.ifPresentOrElse(
        chosen -> {
          int index = indexOf(chosen);
          if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
          }
        },
        () -> list.getSelectionModel().clearSelection());
    following = false;
  }

  private int indexOf(DraftTable table) {
    for (int index = 0; index < model.tables().size(); index++) {
      if (model.tables().get(index).key().equals(table.key())) {
        return index;
      }
    }
    return -1;
  }

  /** Name at the left, number of columns or what is staged at the right. */
  private static final class TableItem extends ListCell<DraftTable> {
    private final Label name = Labels.body("");
    private final Label count = Labels.caption("");
    private final HBox mark = new HBox();
    private final HBox line =
        new HBox(Icons.of(Feather.GRID, "icon-muted"), name, Panels.spacer(), count, mark);

    TableItem() {
      getStyleClass().add("table-item");
      line.getStyleClass().add("row");
      name.setTextOverrun(OverrunStyle.ELLIPSIS);
      name.setMinWidth(0);
      count.setMinWidth(USE_PREF_SIZE);
      mark.getStyleClass().add("chip-row");
      mark.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable DraftTable item, boolean empty) {
      super.updateItem(item, empty);
      Fates.mark(this, empty || item == null ? Fate.KEPT : item.fate());
      if (empty || item == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      name.setText(item.name());
      count.setText(String.valueOf(item.live().size()));
      mark.getChildren().clear();
      Fates.chip(item.fate()).ifPresent(mark.getChildren()::add);
      count.setVisible(item.fate() == Fate.KEPT);
      count.setManaged(item.fate() == Fate.KEPT);
      setTooltip(item.name().length() > 20 ? new Tooltip(item.name()) : null);
      setGraphic(line);
    }
  }
}
