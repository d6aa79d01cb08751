package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.grid.GridFormats;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.queries.QueryResult;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The lower half of a tab: what came of the query. UI thread. */
final class ResultPane extends VBox {
  private static final int SHOWN_TENANTS = 6;

  private final FileDialogs files;
  private final TaskRunner tasks;
  private final ResultGrid grid = new ResultGrid();
  private final ObservableList<FoldedAnswer> folded = FXCollections.observableArrayList();
  private final DataTable<FoldedAnswer> foldedTable;
  private final ToggleButton fold = new ToggleButton(Text.of("query.fold"));
  private final Label summary = Labels.body("");
  private final Label took = Labels.muted("");
  private final Chip truncated = new Chip(Tone.WARNING, Text.of("query.truncated"));
  private final HBox bar;
  private final StackPane body = new StackPane();

  ResultPane(QueryTab tab, FileDialogs files, TaskRunner tasks) {
    this.files = files;
    this.tasks = tasks;
    getStyleClass().add("result-pane");
    foldedTable = foldedTable();
    SearchField search = new SearchField(Text.of("query.filter"), grid::filter);
    fold.selectedProperty().subscribe(_ -> showBody());
    truncated.managedProperty().bind(truncated.visibleProperty());
    bar = Panels.row(summary, took, truncated, Panels.spacer(), fold, search, exportMenu());
    bar.getStyleClass().add("result-bar");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(bar, body);
    tab.outcomeProperty().subscribe(this::show);
  }

  private void show(QueryOutcome outcome) {
    boolean rows = outcome instanceof QueryOutcome.Rows;
    bar.setVisible(rows);
    bar.setManaged(rows);
    switch (outcome) {
      case QueryOutcome.Idle _ -> body.getChildren().setAll(idle());
      case QueryOutcome.Failed(Problem problem, int line) ->
          body.getChildren().setAll(failure(problem, line));
      case QueryOutcome.Rows answer -> showRows(answer);
    }
  }

  private void showRows(QueryOutcome.Rows answer) {
    summary.setText(answer.summary());
    took.setText(Figures.duration(answer.took()));
    truncated.setVisible(answer.truncated());
    fold.setVisible(!answer.folded().isEmpty());
    fold.setManaged(fold.isVisible());
    folded.setAll(answer.folded());
    grid.show(answer.grid());
    showBody();
  }

  private void showBody() {
    boolean showFolded = fold.isVisible() && fold.isSelected();
    body.getChildren().setAll(showFolded ? foldedTable : grid);
  }

  private DataTable<FoldedAnswer> foldedTable() {
    return new DataTable<>(
        Text.of("query.folded"),
        folded,
        DataColumn.number(
            Text.of("query.folded.count"), (FoldedAnswer answer) -> answer.tenants().size()),
        DataColumn.chip(Text.of("query.folded.kind"), ResultPane::kind),
        DataColumn.mono(Text.of("query.folded.answer"), ResultPane::answer).grow(),
        DataColumn.mono(Text.of("query.folded.tenants"), ResultPane::names).grow());
  }

  private static Chip.Content kind(FoldedAnswer answer) {
    return answer.error().isPresent()
        ? new Chip.Content(Tone.DANGER, Text.of("query.folded.error"))
        : new Chip.Content(Tone.SUCCESS, Text.of("query.folded.rows"));
  }

  private static String answer(FoldedAnswer answer) {
    return answer.error().orElseGet(() -> answer.result().map(ResultPane::words).orElse(""));
  }

  private static String words(QueryResult result) {
    if (result.columns().isEmpty()) {
      return Text.of(
          "query.affected", Figures.count(result.rowsAffected().orElse(0L), "row", "rows"));
    }
    String count = Figures.count(result.rowCount(), "row", "rows");
    return result.rows().isEmpty()
        ? count
        : count
            + ": "
            + String.join(", ", result.rows().getFirst().stream().map(String::valueOf).toList());
  }

  private static String names(FoldedAnswer answer) {
    List<String> first =
        answer.tenants().stream().limit(SHOWN_TENANTS).map(String::valueOf).toList();
    int more = answer.tenants().size() - first.size();
    String names = String.join(", ", first);
    return more == 0 ? names : Text.of("query.folded.more", names, Figures.count(more));
  }

  private MenuButton exportMenu() {
    MenuButton menu = Buttons.menu(Text.of("query.export"));
    for (GridFormats format : GridFormats.values()) {
      String name = Text.of("grid.format." + format.name().toLowerCase(Locale.ROOT));
      MenuItem item = new MenuItem(Text.of("query.exportAs", name));
      item.setOnAction(_ -> export(format, name));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void export(GridFormats format, String name) {
    String suffix = format.name().toLowerCase(Locale.ROOT);
    files
        .save(
            Text.of("query.exportTitle"),
            "result." + suffix,
            new FileDialogs.FileKind(name, "*." + suffix))
        .ifPresent(
            file -> {
              String text = grid.write(format, false);
              tasks.run("query.export", () -> write(file, text)).start();
            });
  }

  private static void write(java.nio.file.Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (java.io.IOException e) {
      throw io.tenantry.contract.error.EngineException.internal(
          Text.of("query.exportFailed", String.valueOf(e.getMessage())), e);
    }
  }

  private static Node idle() {
    return new EmptyState(
        Feather.TERMINAL, Text.of("query.idle.title"), Text.of("query.idle.text"));
  }

  private static Node failure(Problem problem, int line) {
    Label title =
        Labels.heading(
            line > 0 ? Text.of("query.failedAt", problem.title(), line) : problem.title());
    Label text = Labels.mono(problem.text());
    text.setWrapText(true);
    Label action = Labels.prose(problem.action());
    VBox box = new VBox(title, text, action);
    problem.incident().ifPresent(code -> box.getChildren().add(CopyField.code(code)));
    box.getStyleClass().add("query-failure");
    return new VBox(box);
  }
}
