package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.actions.ActionRow;
import io.tenantry.app.controls.cards.RoundFrame;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The table that is looked at: its head, its columns, and everything else it has. UI thread. */
final class TablePane extends VBox {
  /** The room of a scroll bar, kept free so that columns do not jump when there is one. */
  private static final double BAR = 14;

  /** What a name keeps of its width when there is no room for all that stands beside it. */
  private static final double LEAST_NAME = 140;

  private final GridViewModel model;
  private final Dialogs dialogs;
  private final Label name = Labels.title("");
  private final TextField rename = new TextField();
  private final StackPane title =
      new StackPane(name) {
        @Override
        protected double computeMinWidth(double height) {
          return Math.min(computePrefWidth(height), LEAST_NAME);
        }
      };
  private final HBox chips = new HBox();
  private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper(true);
  private final Action drop;
  private final ColumnsTable columns;
  private final TableSections sections;

  TablePane(
      GridViewModel model,
      Dialogs dialogs,
      LayoutMemory memory,
      Consumer<? super PreparedSql> onSql) {
    this.model = model;
    this.dialogs = dialogs;
    getStyleClass().add("table-pane");
    drop = Action.of(Text.of("workspace.grid.dropTable"), Icon.TRASH, this::toggleTable);
    columns = new ColumnsTable(model, memory, new WhyNot(model, onSql));
    sections = new TableSections(model, onSql);
    VBox content = new VBox(new RoundFrame(columns), sections);
    content.getStyleClass().add("table-content");
    ScrollPane scroll = new ScrollPane(content);
    content.prefWidthProperty().bind(scroll.widthProperty().subtract(BAR));
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll);
    model.items().selected().subscribe(item -> show(SchemaItems.tableOf(item)));
  }

  /** Goes on into the columns. */
  void focusColumns() {
    columns.focusFirst();
  }

  /** Takes what is typed into a cell; false when it is refused, and the cell stays open. */
  boolean takesTyped() {
    return columns.takesTyped();
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
        .filter(table -> table.fate() != Fate.DROPPED)
        .ifPresent(table -> dialogs.show(new AddIndexForm(model, table).sheet()));
  }

  /** Opens the name of the table for typing. */
  void startRename() {
    Optional<DraftTable> table = model.selected();
    if (table.isPresent() && table.get().fate() != Fate.DROPPED) {
      rename.setText(table.get().name());
      title.getChildren().setAll(rename);
      rename.selectAll();
      rename.requestFocus();
    }
  }

  private HBox head() {
    Button edit = Buttons.icon(Icon.EDIT, Text.of("workspace.grid.renameTable"), this::startRename);
    edit.disableProperty().bind(kept.not());
    title.getStyleClass().add("table-title");
    name.setMinWidth(0);
    name.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            startRename();
          }
        });
    chips.getStyleClass().add("chip-row");
    chips.setMinWidth(USE_PREF_SIZE);
    wireRename();
    Action addColumn =
        Action.of(Text.of("workspace.grid.addColumn"), Icon.ADD, this::addColumn)
            .enabledWhile(kept);
    Action addIndex =
        Action.of(Text.of("workspace.grid.addIndex"), Icon.INDEX, this::addIndex)
            .enabledWhile(kept);
    ActionRow actions = new ActionRow();
    actions.show(List.of(drop, addIndex, addColumn), List.of());
    HBox.setHgrow(actions, Priority.ALWAYS);
    HBox head = Panels.row(title, edit, chips, actions);
    head.getStyleClass().add("table-head");
    return head;
  }

  private void wireRename() {
    rename.setAccessibleText(Text.of("workspace.grid.renameTable"));
    rename.setOnAction(_ -> commitRename());
    rename
        .focusedProperty()
        .subscribe(
            (was, is) -> {
              if (was && !is && isRenaming()) {
                commitRename();
                title.getChildren().setAll(name);
              }
            });
    rename.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            title.getChildren().setAll(name);
            columns.requestFocus();
            event.consume();
          }
        });
  }

  private boolean isRenaming() {
    return title.getChildren().contains(rename);
  }

  private void commitRename() {
    Optional<DraftTable> table = model.selected();
    if (table.isEmpty() || model.renameTable(table.get(), rename.getText())) {
      title.getChildren().setAll(name);
      columns.requestFocus();
    }
  }

  private void toggleTable() {
    model.selected().ifPresent(model::toggleTable);
  }

  private void show(Optional<DraftTable> selected) {
    setVisible(selected.isPresent());
    if (selected.isEmpty()) {
      return;
    }
    DraftTable table = selected.get();
    boolean dropped = table.fate() == Fate.DROPPED;
    name.setText(table.name());
    Fates.mark(name, table.fate());
    chips.getChildren().clear();
    Fates.chip(table.fate()).ifPresent(chips.getChildren()::add);
    table.source().ifPresent(this::showKind);
    kept.set(!dropped);
    drop.titleProperty()
        .set(Text.of(dropped ? "workspace.grid.restoreTable" : "workspace.grid.dropTable"));
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
