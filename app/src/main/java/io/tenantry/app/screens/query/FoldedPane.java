package io.tenantry.app.screens.query;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.controls.tables.TableFrame;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/** Equal answers folded; opening one shows its rows. UI thread. */
final class FoldedPane extends StackPane {
  private final ObservableList<FoldedAnswer> rows = FXCollections.observableArrayList();

  FoldedPane(Consumer<FoldedAnswer> onOpen) {
    DataTable<FoldedAnswer> table =
        new DataTable<>(
            Text.of("query.folded"),
            rows,
            DataColumn.number(Text.of("query.folded.count"), FoldedAnswer::tenants),
            DataColumn.chip(Text.of("query.folded.kind"), FoldedPane::kind),
            DataColumn.mono(Text.of("query.folded.answer"), FoldedAnswer::answer).grow(),
            DataColumn.text(Text.of("query.folded.tenants"), FoldedAnswer::names).grow());
    getStyleClass().add("folded-pane");
    table.onOpen(onOpen);
    setAlignment(Pos.TOP_LEFT);
    getChildren().add(new TableFrame<>(table, _ -> List.of()));
  }

  void show(AnswerFolds folds) {
    var now = folds.shown();
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
  }

  private static Chip.Content kind(FoldedAnswer answer) {
    return answer.failed()
        ? new Chip.Content(Tone.DANGER, Text.of("query.folded.error"))
        : new Chip.Content(Tone.NEUTRAL, Text.of("query.folded.rows"));
  }
}
