package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** How many rows are shown and what is selected. UI thread. */
final class ResultFooter extends HBox {
  private final ResultGrid grid;
  private final Label rows = Labels.caption("");
  private final Label beyond = Labels.caption("");

  ResultFooter(ResultGrid grid) {
    this.grid = grid;
    getStyleClass().add("result-footer");
    Label selection = Labels.caption("");
    selection.textProperty().bind(grid.selectionWords());
    beyond.getStyleClass().add("text-warning");
    getChildren().addAll(rows, beyond, Panels.spacer(), selection);
    grid.table().getItems().subscribe(this::count);
  }

  private long all;

  /** Shows how many rows there are; what was not kept is said, never left out in silence. */
  void show(AnswerTable answers) {
    all = answers.rowCount();
    beyond.setText(
        answers.beyond() == 0 ? "" : Text.of("query.beyond", RunWords.rows(answers.beyond())));
    count();
  }

  private void count() {
    int shown = grid.shownRows();
    rows.setText(
        shown == all
            ? RunWords.rows(all)
            : Text.of("query.filtered", Figures.count(shown), RunWords.rows(all)));
  }
}
