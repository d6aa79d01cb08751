package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The table that is looked at: its head, its columns, and everything else it has. UI thread. */
final class TablePane extends VBox {
  private final GridViewModel model;
  private final Dialogs dialogs;
  private final Label name = Labels.title("");
  private final TextField rename = new TextField();
  private final StackPane title = new StackPane(name);
  private final HBox chips = new HBox();
  private final Button addColumn;
  private final Button addIndex;
  private final Button drop;
  private final ColumnsTable columns;
  private final TableSections sections;

  TablePane(GridViewModel model, Dialogs dialogs, LayoutMemory memory) {
    this.model = model;
    this.dialogs = dialogs;
    getStyleClass().add("table-pane");
    addColumn = Buttons.normal(Text.of("workspace.grid.addColumn"), Feather.PLUS, this::addColumn);
    addIndex = Buttons.normal(Text.of("workspace.grid.addIndex"), Feather.PLUS, this::addIndex);
    drop = Buttons.quiet(Text.of("workspace.grid.dropTable"), Feather.TRASH_2, this::toggleTable);
    columns = new ColumnsTable(model, memory);
    sections = new TableSections(model);
    VBox content = new VBox(columns, sections);
    content.getStyleClass().add("table-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll);
    model.selected().subscribe(this::show);
  }

  /** Stages a new column and opens its name for typing. */
  void addColumn() {
    if (model.addColumn()) {
      columns.editLast();
    }
  }

  /** Opens the form for a new index. */
  void addIndex() {
    model
        .selected()
        .get()
        .filter(table -> table.fate() != Fate.DROPPED)
        .ifPresent(table -> dialogs.show(new AddIndexForm(model, table).sheet()));
  }

  /** Opens the name of the table for typing. */
  void startRename() {
    Optional<DraftTable> table = model.selected().get();
    if (table.isPresent() && table.get().fate() != Fate.DROPPED) {
      rename.setText(table.get().name());
      title.getChildren().setAll(rename);
      rename.selectAll();
      rename.requestFocus();
    }
  }

  private HBox head() {
    Button edit =
        Buttons.icon(Feather.EDIT_2, Text.of("workspace.grid.renameTable"), this::startRename);
    title.getStyleClass().add("table-title");
    name.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            startRename();
          }
        });
    rename.setAccessibleText(Text.of("workspace.grid.renameTable"));
    rename.setOnAction(_ -> commitRename());
    rename
        .focusedProperty()
        .subscribe(
            (was, is) -> {
              if (was && !is) {
                title.getChildren().setAll(name);
              }
            });
    rename.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            title.getChildren().setAll(name);
            event.consume();
          }
        });
    chips.getStyleClass().add("chip-row");
    HBox head = Panels.row(title, edit, chips, Panels.spacer(), drop, addIndex, addColumn);
    head.getStyleClass().add("table-head");
    return head;
  }

  private void commitRename() {
    Optional<DraftTable> table = model.selected().get();
    if (table.isEmpty() || model.renameTable(table.get(), rename.getText())) {
      title.getChildren().setAll(name);
      columns.requestFocus();
    }
  }

  private void toggleTable() {
    model.selected().get().ifPresent(model::toggleTable);
  }

  private void show(Optional<DraftTable> selected) {
    setVisible(selected.isPresent());
    if (selected.isEmpty()) {
      return;
    }
    DraftTable table = selected.get();
    boolean dropped = table.fate() == Fate.DROPPED;
    name.setText(table.name());
    name.setTooltip(new Tooltip(table.name()));
    Fates.mark(name, table.fate());
    chips.getChildren().clear();
    Fates.chip(table.fate()).ifPresent(chips.getChildren()::add);
    table.source().ifPresent(this::showKind);
    addColumn.setDisable(dropped);
    addIndex.setDisable(dropped);
    drop.setText(Text.of(dropped ? "workspace.grid.restoreTable" : "workspace.grid.dropTable"));
    columns.setDisable(dropped);
    columns.show(table);
    sections.show(table);
  }

  private void showKind(WorkspaceSchema.Table source) {
    if (source.strict()) {
      chips.getChildren().add(Chip.tag("STRICT"));
    }
    if (source.withoutRowid()) {
      chips.getChildren().add(Chip.tag("WITHOUT ROWID"));
    }
  }
}
