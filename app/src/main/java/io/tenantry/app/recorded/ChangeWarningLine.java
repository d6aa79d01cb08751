package io.tenantry.app.recorded;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** One warning on three lines: what happens, its SQL, and the way round it. UI thread. */
public final class ChangeWarningLine extends VBox {
  private final Label message = Labels.body("");
  private final Chip kind = new Chip(Tone.WARNING, "");
  private final Label sql = Labels.mono("");
  private final Label remedy = Labels.caption("");

  public ChangeWarningLine() {
    getStyleClass().addAll("recorded-words", "recorded-warning");
    sql.getStyleClass().add("recorded-sql");
    for (Label cut : List.of(message, sql, remedy)) {
      cut.setTextOverrun(OverrunStyle.ELLIPSIS);
      cut.setMinWidth(0);
    }
    kind.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(Panels.row(kind, message), sql, remedy);
    setMinWidth(0);
    setPrefWidth(10);
  }

  /** Shows a warning. */
  public void show(ChangeWarning warning) {
    kind.show(tone(warning.code()), name(warning.code()));
    message.setText(warning.message());
    message.setTooltip(new Tooltip(warning.message()));
    sql.setText(warning.statement().replaceAll("\\s+", " "));
    sql.setTooltip(new Tooltip(warning.statement()));
    remedy.setText(warning.remedy());
    remedy.setTooltip(new Tooltip(warning.remedy()));
  }

  /** Returns a warning in one line, for those who hear it. */
  public static String spoken(ChangeWarning warning) {
    return name(warning.code()) + ": " + warning.message() + ". " + warning.remedy();
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
