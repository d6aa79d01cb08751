package io.tenantry.app.recorded;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A warning on three lines: what happens, its SQL, and the way round it. UI thread. */
final class ChangeWarningLine extends VBox {
  private final Label message = Labels.body("");
  private final Chip kind = new Chip(Tone.WARNING, "");
  private final Label sql = Labels.mono("");
  private final Label remedy = Labels.caption("");

  ChangeWarningLine() {
    getStyleClass().addAll("change-line", "change-words", "warning-line");
    sql.getStyleClass().add("change-sql");
    sql.setTextOverrun(OverrunStyle.ELLIPSIS);
    sql.setMinWidth(0);
    for (Label whole : new Label[] {message, remedy}) {
      whole.setWrapText(true);
      whole.setMinWidth(0);
    }
    kind.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(message, Priority.ALWAYS);
    getChildren().addAll(Panels.row(kind, message), sql, remedy);
    setMinWidth(0);
    setPrefWidth(10);
  }

  void show(ChangeWarning item) {
    kind.show(tone(item.code()), name(item.code()));
    message.setText(item.message());
    sql.setText(item.statement().replaceAll("\\s+", " "));
    sql.setTooltip(new Tooltip(item.statement()));
    remedy.setText(item.remedy());
  }

  /** Returns what is said of it to somebody who does not see it. */
  static String spoken(ChangeWarning item) {
    return name(item.code()) + ": " + item.message() + ". " + item.remedy();
  }

  private static Tone tone(ChangeWarning.Code code) {
    return switch (code) {
      case NEEDS_EMPTY_TABLE, LOSES_DATA -> Tone.DANGER;
      case MAY_FAIL, QUOTED_TEXT, REWRITES_TABLE, LONG_LOCK, DANGLING_REFERENCES -> Tone.WARNING;
    };
  }

  private static String name(ChangeWarning.Code code) {
    return Text.of("recorded.warning." + code.code());
  }
}
