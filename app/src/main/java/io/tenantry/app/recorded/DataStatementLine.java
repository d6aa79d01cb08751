package io.tenantry.app.recorded;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * One data statement on two lines: what it does, its SQL, and the decision whether tenants run it.
 * UI thread.
 */
public final class DataStatementLine extends HBox {
  private final Label reason = Labels.body("");
  private final Label sql = Labels.mono("");
  private final Label version = Labels.caption("");
  private final CheckBox carried = new CheckBox(Text.of("recorded.data.carried"));
  private final Consumer<? super DataStatement> onSwitch;
  private Optional<DataStatement> shown = Optional.empty();

  /**
   * Makes a line that shows nothing yet.
   *
   * @param onSwitch is asked to decide the other way; the line changes when it is shown anew
   */
  public DataStatementLine(Consumer<? super DataStatement> onSwitch) {
    this.onSwitch = onSwitch;
    getStyleClass().addAll("row", "recorded-line");
    sql.getStyleClass().add("recorded-sql");
    sql.setTextOverrun(OverrunStyle.ELLIPSIS);
    sql.setMinWidth(0);
    reason.setMinWidth(0);
    carried.setMinWidth(USE_PREF_SIZE);
    version.setMinWidth(USE_PREF_SIZE);
    carried.setOnAction(_ -> pressed());
    VBox words = new VBox(reason, sql);
    words.getStyleClass().add("recorded-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, version, carried);
    setMinWidth(0);
    setPrefWidth(10);
  }

  /** Shows a statement as it is decided now. */
  public void show(DataStatement statement) {
    shown = Optional.of(statement);
    reason.setText(capital(statement.reason()) + more(statement.count()));
    sql.setText(statement.statement().replaceAll("\\s+", " "));
    sql.setTooltip(new Tooltip(statement.statement()));
    version.setText(statement.version().toString());
    carried.setSelected(statement.carried());
    carried.setDisable(!statement.switchable());
    carried.setTooltip(
        new Tooltip(
            Text.of(statement.switchable() ? "recorded.data.help" : "recorded.data.fixed")));
  }

  private void pressed() {
    shown.ifPresent(
        statement -> {
          carried.setSelected(statement.carried());
          onSwitch.accept(statement);
        });
  }

  private static String more(long count) {
    return count > 1 ? " · " + Text.of("recorded.data.count", count) : "";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
