package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.text.Text;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The data tab: rows of a table or view, page by page, read-only. UI thread. */
final class DataView extends BorderPane {
  private final DataViewModel model;
  private final ResultGrid grid = new ResultGrid();
  private final ListView<String> sources;

  DataView(DataViewModel model, LayoutMemory memory) {
    this.model = model;
    getStyleClass().add("data-view");
    sources = new ListView<>(model.sources());
    sources.getStyleClass().add("plain");
    sources.setAccessibleText(Text.of("workspace.data.sources"));
    sources.setCellFactory(_ -> new SourceCell());
    sources
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.look(chosen);
              }
            });
    model.source().subscribe(name -> sources.getSelectionModel().select(name));
    model.rows().subscribe(grid::show);
    model.source().subscribe(grid::tableName);
    VBox.setVgrow(sources, Priority.ALWAYS);
    VBox left = new VBox(sources);
    left.getStyleClass().add("tables-pane");
    EmptyState empty =
        new EmptyState(
            Feather.GRID,
            Text.of("workspace.data.empty.title"),
            Text.of("workspace.data.empty.text"));
    ScreenStatePane state = new ScreenStatePane(model.state(), grid, empty, model::refresh);
    BorderPane right = new BorderPane(state);
    right.setTop(bar());
    SplitPane split =
        Panels.split(memory, "workspace.data", Orientation.HORIZONTAL, 0.2, left, right);
    SplitPane.setResizableWithParent(left, false);
    setCenter(split);
  }

  /** Reads the rows when the tab is opened. */
  void opened() {
    model.refresh();
  }

  private HBox bar() {
    Label position = Labels.caption("");
    position.textProperty().bind(model.position());
    Button previous =
        Buttons.icon(Feather.CHEVRON_LEFT, Text.of("workspace.data.previous"), model::previous);
    Button next = Buttons.icon(Feather.CHEVRON_RIGHT, Text.of("workspace.data.next"), model::next);
    previous.disableProperty().bind(model.hasLess().not());
    next.disableProperty().bind(model.hasMore().not());
    SearchField filter = new SearchField(Text.of("workspace.data.filter"), grid::filter);
    HBox bar =
        Panels.row(
            filter,
            Panels.spacer(),
            position,
            previous,
            next,
            Buttons.icon(Feather.REFRESH_CW, Text.of("workspace.data.refresh"), model::refresh));
    bar.getStyleClass().add("strip");
    return bar;
  }

  /** A table or view by its name. */
  private static final class SourceCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
      setGraphic(empty ? null : Icons.of(Feather.GRID, "icon-muted"));
      setTooltip(item == null || item.length() < 22 ? null : new Tooltip(item));
    }
  }
}
