package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.screens.workspaces.edits.SchemaScripts;
import io.tenantry.app.text.Text;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The data tab: rows of a table or view, page by page, read-only. UI thread. */
final class DataView extends BorderPane {
  private final DataViewModel model;
  private final Consumer<? super PreparedSql> onSql;
  private final ResultGrid grid = new ResultGrid();
  private final ListView<String> sources;

  /** Creates it; {@code onSql} lays SQL ready in the SQL tab and leads there. */
  DataView(DataViewModel model, LayoutMemory memory, Consumer<? super PreparedSql> onSql) {
    this.model = model;
    this.onSql = onSql;
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
            Icon.TABLE,
            Text.of("workspace.data.empty.title"),
            Text.of("workspace.data.empty.text"));
    ScreenStatePane state = new ScreenStatePane(model.state(), grid, empty, model::refresh);
    BorderPane right = new BorderPane(state);
    right.setTop(bar());
    SplitPane split =
        Panels.split(memory, "workspace.data", Orientation.HORIZONTAL, 0.16, left, right);
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
    position.setMinWidth(USE_PREF_SIZE);
    Button previous =
        Buttons.icon(Icon.PREVIOUS, Text.of("workspace.data.previous"), model::previous);
    Button next = Buttons.icon(Icon.NEXT, Text.of("workspace.data.next"), model::next);
    previous.disableProperty().bind(model.hasLess().not());
    next.disableProperty().bind(model.hasMore().not());
    SearchField filter = new SearchField(Text.of("workspace.data.filter"), grid::filter);
    Hyperlink write = Buttons.link(Text.of("workspace.data.write"), this::write);
    write.setMinWidth(USE_PREF_SIZE);
    HBox bar =
        Panels.row(
            filter,
            write,
            Panels.spacer(),
            position,
            previous,
            next,
            Buttons.icon(Icon.REFRESH, Text.of("workspace.data.refresh"), model::refresh));
    bar.getStyleClass().add("strip");
    return bar;
  }

  private void write() {
    if (!model.source().get().isEmpty()) {
      onSql.accept(SchemaScripts.rows(model.source().get()));
    }
  }

  /** A table or view by its name. */
  private final class SourceCell extends ListCell<String> {
    private final Node table = Icons.of(Icon.TABLE, "icon-muted");
    private final Node view = Icons.of(Icon.VIEW, "icon-muted");

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
      setGraphic(empty || item == null ? null : model.isView(item) ? view : table);
    }
  }
}
