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

/** A data statement on two lines, what it does and its SQL, and the switch for it. UI thread. */
final class DataStatementLine extends HBox {
  private final Label reason = Labels.body("");
  private final Label sql = Labels.mono("");
  private final Label version = Labels.caption("");
  private final CheckBox carried = new CheckBox(Text.of("recorded.data.carried"));
  private Optional<DataStatement> shown = Optional.empty();

  /**
   * Creates it.
   *
   * @param ofMany whether statements of many versions stand together, so that each names its own
   * @param onSwitch is asked to decide the other way; the line changes when it is shown anew
   */
  DataStatementLine(boolean ofMany, Consumer<? super DataStatement> onSwitch) {
    getStyleClass().addAll("row", "change-line");
    reason.setWrapText(true);
    reason.setMinWidth(0);
    sql.getStyleClass().add("change-sql");
    sql.setTextOverrun(OverrunStyle.ELLIPSIS);
    sql.setMinWidth(0);
    carried.setMinWidth(USE_PREF_SIZE);
    carried.setFocusTraversable(false); // the list has the keys for it
    version.setMinWidth(USE_PREF_SIZE);
    carried.setOnAction(_ -> shown.ifPresent(statement -> pressed(statement, onSwitch)));
    VBox words = new VBox(reason, sql);
    words.getStyleClass().add("change-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    version.setVisible(ofMany);
    version.setManaged(ofMany);
    getChildren().addAll(words, version, carried);
    setMinWidth(0);
    setPrefWidth(10);
  }

  void show(DataStatement item) {
    shown = Optional.of(item);
    reason.setText(reason(item));
    sql.setText(item.statement().replaceAll("\\s+", " "));
    sql.setTooltip(new Tooltip(item.statement()));
    version.setText(item.version().toString());
    carried.setSelected(item.carried());
    carried.setDisable(!item.switchable());
    carried.setTooltip(
        new Tooltip(Text.of(item.switchable() ? "recorded.data.help" : "recorded.data.fixed")));
  }

  private void pressed(DataStatement statement, Consumer<? super DataStatement> onSwitch) {
    carried.setSelected(statement.carried());
    onSwitch.accept(statement);
  }

  /** Returns what is said of it to somebody who does not see it. */
  static String spoken(DataStatement item) {
    return Text.of(
        item.carried() ? "recorded.spoken.carried" : "recorded.spoken.stays",
        reason(item),
        item.statement());
  }

  private static String reason(DataStatement item) {
    String words = item.reason();
    String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return item.count() > 1 ? capital + " · " + Text.of("recorded.data.count", item.count()) : capital;
  }
}
