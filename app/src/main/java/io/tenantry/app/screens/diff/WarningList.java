package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the pending changes do to databases with rows, and what can be done about it. UI thread. */
final class WarningList extends ListView<ChangeWarning> {
  WarningList(ObservableList<ChangeWarning> warnings) {
    super(warnings);
    getStyleClass().addAll("plain", "warning-list");
    setAccessibleText(Text.of("diff.warnings"));
    setPlaceholder(Labels.muted(Text.of("diff.warnings.none")));
    setCellFactory(_ -> new WarningCell());
  }

  /** One warning on three lines: what happens, its SQL, and the way round it. */
  private static final class WarningCell extends ListCell<ChangeWarning> {
    private final Label message = Labels.body("");
    private final Chip kind = new Chip(Tone.WARNING, "");
    private final Label sql = Labels.mono("");
    private final Label remedy = Labels.caption("");
    private final HBox line;

    WarningCell() {
      getStyleClass().add("change-cell");
      sql.getStyleClass().add("change-sql");
      for (Label cut : new Label[] {message, sql, remedy}) {
        cut.setTextOverrun(OverrunStyle.ELLIPSIS);
        cut.setMinWidth(0);
      }
      kind.setMinWidth(USE_PREF_SIZE);
      VBox words = new VBox(Panels.row(kind, message), sql, remedy);
      words.getStyleClass().add("change-words");
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      line = Panels.row(words);
      line.getStyleClass().add("change-line");
      line.setMinWidth(0);
      line.setPrefWidth(10);
    }

    @Override
    protected void updateItem(@Nullable ChangeWarning item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      kind.show(tone(item.code()), name(item.code()));
      message.setText(item.message());
      message.setTooltip(new Tooltip(item.message()));
      sql.setText(item.statement().replaceAll("\\s+", " "));
      sql.setTooltip(new Tooltip(item.statement()));
      remedy.setText(item.remedy());
      remedy.setTooltip(new Tooltip(item.remedy()));
      setAccessibleText(name(item.code()) + ": " + item.message() + ". " + item.remedy());
      setGraphic(line);
    }

    private static Tone tone(ChangeWarning.Code code) {
      return switch (code) {
        case NEEDS_EMPTY_TABLE, LOSES_DATA -> Tone.DANGER;
        case MAY_FAIL, QUOTED_TEXT, REWRITES_TABLE, LONG_LOCK, DANGLING_REFERENCES -> Tone.WARNING;
      };
    }

    private static String name(ChangeWarning.Code code) {
      return Text.of("diff.warning." + code.code());
    }
  }
}
