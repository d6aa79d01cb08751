package io.tenantry.app.rows;

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

/** Rows of a table or view, page by page, read-only: what changes them is SQL. UI thread. */
public final class RowsView extends BorderPane {
  private final RowsViewModel model;
  private final Consumer<String> onSql;
  private final String sqlWords;
  private final ResultGrid grid = new ResultGrid();

  /**
   * Creates it.
   *
   * @param name under which the place of its divider is kept
   * @param sqlWords what the way to SQL reads
   * @param onSql leads to where SQL about a table is written
   */
  public RowsView(
      RowsViewModel model,
      LayoutMemory memory,
      String name,
      String sqlWords,
      Consumer<String> onSql) {
    this.model = model;
    this.sqlWords = sqlWords;
    this.onSql = onSql;
    getStyleClass().add("data-view");
    ListView<String> sources = sources();
    model.rows().subscribe(grid::show);
    model.source().subscribe(grid::tableName);
    VBox.setVgrow(sources, Priority.ALWAYS);
    VBox left = new VBox(sources);
    left.getStyleClass().add("tables-pane");
    SplitPane split = Panels.split(memory, name, Orientation.HORIZONTAL, 0.16, left, right());
    SplitPane.setResizableWithParent(left, false);
    setCenter(split);
  }

  private ListView<String> sources() {
    ListView<String> list = new ListView<>(model.sources());
    list.getStyleClass().add("plain");
    list.setAccessibleText(Text.of("rows.sources"));
    list.setCellFactory(_ -> new SourceCell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::look);
    model.source().subscribe(table -> list.getSelectionModel().select(table));
    return list;
  }

  private void look(@Nullable String chosen) {
    if (chosen != null) {
      model.look(chosen);
    }
  }

  private BorderPane right() {
    EmptyState empty =
        new EmptyState(Icon.TABLE, Text.of("rows.empty.title"), Text.of("rows.empty.text"));
    BorderPane right =
        new BorderPane(new ScreenStatePane(model.state(), grid, empty, model::refresh));
    right.setTop(bar());
    return right;
  }

  /** Reads the rows when the tab is opened. */
  public void opened() {
    model.refresh();
  }

  private HBox bar() {
    Label position = Labels.caption("");
    position.textProperty().bind(model.position());
    position.setMinWidth(USE_PREF_SIZE);
    Button previous =
        Buttons.icon(Icon.PREVIOUS, Text.of("rows.previous"), model::previous);
    Button next = Buttons.icon(Icon.NEXT, Text.of("rows.next"), model::next);
    previous.disableProperty().bind(model.hasLess().not());
    next.disableProperty().bind(model.hasMore().not());
    SearchField filter = new SearchField(Text.of("rows.filter"), grid::filter);
    Hyperlink write = Buttons.link(sqlWords, this::write);
    write.setMinWidth(USE_PREF_SIZE);
    HBox bar =
        Panels.row(
            filter,
            write,
            Panels.spacer(),
            position,
            previous,
            next,
            Buttons.icon(Icon.REFRESH, Text.of("rows.refresh"), model::refresh));
    bar.getStyleClass().add("strip");
    return bar;
  }

  private void write() {
    if (!model.source().get().isEmpty()) {
      onSql.accept(model.source().get());
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
