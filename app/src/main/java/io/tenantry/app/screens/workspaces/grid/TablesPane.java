package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The tables and views of the schema at the left of the grid, with what is staged for each. F2
 * renames, Delete drops, Enter goes on into the columns. UI thread.
 */
final class TablesPane extends VBox {
  private final GridViewModel model;
  private final TablePane table;
  private final ListView<SchemaItem> list;
  private boolean following;

  TablesPane(GridViewModel model, TablePane table, Runnable onAdd) {
    this.model = model;
    this.table = table;
    getStyleClass().add("tables-pane");
    list = new ListView<>(model.items().shown());
    list.getStyleClass().add("plain");
    list.setAccessibleText(Text.of("workspace.grid.tables"));
    list.setCellFactory(_ -> new ItemCell());
    list.setPlaceholder(Labels.muted(Text.of("workspace.grid.noMatch")));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    VBox.setVgrow(list, Priority.ALWAYS);
    SearchField search = new SearchField(Text.of("workspace.grid.search"), model.items()::search);
    search.setAccessibleText(Text.of("workspace.grid.searchHelp"));
    HBox.setHgrow(search, Priority.ALWAYS);
    model.items().searched().subscribe(search::setText);
    Button add = Buttons.icon(Icon.ADD, Text.of("workspace.grid.addTable"), onAdd);
    HBox head = Panels.row(search, add);
    head.getStyleClass().add("tables-head");
    getChildren().addAll(head, list);
    model.items().selected().subscribe(this::follow);
    model.items().shown().subscribe(() -> follow(model.items().selected().get()));
  }

  private void chosen(@Nullable SchemaItem item) {
    if (item != null && !following) {
      model.items().select(Optional.of(item));
    }
  }

  private void follow(Optional<SchemaItem> item) {
    following = true;
    item.ifPresentOrElse(
        chosen -> {
          int index = indexOf(chosen);
          if (index >= 0 && index != list.getSelectionModel().getSelectedIndex()) {
            list.getSelectionModel().clearAndSelect(index);
          }
        },
        () -> list.getSelectionModel().clearSelection());
    following = false;
  }

  private int indexOf(SchemaItem item) {
    for (int index = 0; index < list.getItems().size(); index++) {
      if (list.getItems().get(index).isSameAs(item)) {
        return index;
      }
    }
    return -1;
  }

  private void keyPressed(KeyEvent event) {
    Optional<DraftTable> looked = model.selected();
    if (looked.isEmpty()) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE) {
      model.toggleTable(looked.get());
    } else if (event.getCode() == KeyCode.F2) {
      table.startRename();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      table.focusColumns();
    } else {
      return;
    }
    event.consume();
  }

  /** Name at the left, number of columns or what is staged at the right. */
  private static final class ItemCell extends ListCell<SchemaItem> {
    private final Node tableIcon = Icons.of(Icon.TABLE, "icon-muted");
    private final Node viewIcon = Icons.of(Icon.VIEW, "icon-muted");
    private final Label name = Labels.body("");
    private final Label count = Labels.caption("");
    private final HBox mark = new HBox();
    private final HBox line = new HBox(tableIcon, name, Panels.spacer(), count, mark);

    ItemCell() {
      getStyleClass().add("table-item");
      line.getStyleClass().add("row");
      name.setMinWidth(0);
      count.setMinWidth(USE_PREF_SIZE);
      mark.getStyleClass().add("chip-row");
      mark.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable SchemaItem item, boolean empty) {
      super.updateItem(item, empty);
      mark.getChildren().clear();
      if (empty || item == null) {
        Fates.mark(this, Fate.KEPT);
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(item.name());
      switch (item) {
        case SchemaItem.Table(DraftTable draft) -> show(draft);
        case SchemaItem.View(WorkspaceSchema.View view) -> show(view);
      }
      setGraphic(line);
    }

    private void show(DraftTable draft) {
      line.getChildren().set(0, tableIcon);
      Fates.mark(this, draft.fate());
      count.setText(String.valueOf(draft.live().size()));
      Fates.sign(draft.fate()).ifPresent(mark.getChildren()::add);
      count.setVisible(draft.fate() == Fate.KEPT);
      count.setManaged(draft.fate() == Fate.KEPT);
      String spoken = Text.of("workspace.grid.tableSpoken", draft.name(), draft.live().size());
      setAccessibleText(
          Fates.chip(draft.fate()).map(chip -> spoken + ", " + chip.getText()).orElse(spoken));
    }

    private void show(WorkspaceSchema.View view) {
      line.getChildren().set(0, viewIcon);
      Fates.mark(this, Fate.KEPT);
      count.setVisible(false);
      count.setManaged(false);
      setAccessibleText(Text.of("workspace.view.spoken", view.name()));
    }
  }
}
