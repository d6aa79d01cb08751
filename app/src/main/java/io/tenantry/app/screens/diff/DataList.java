package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The data statements that came with pending changes, each with the decision whether tenants run
 * it. UI thread.
 */
final class DataList extends ListView<DataStatement> {
  private final Deciding deciding;

  /** Takes what the user has decided about a statement. */
  @FunctionalInterface
  interface Deciding {
    void decide(DataStatement statement, boolean carried);
  }

  DataList(DiffViewModel model, Deciding deciding) {
    super(model.data());
    this.deciding = deciding;
    getStyleClass().addAll("plain", "data-list");
    setAccessibleText(Text.of("diff.data"));
    setPlaceholder(Labels.muted(Text.of("diff.data.none")));
    setCellFactory(_ -> new StatementCell());
  }

  /** One statement on two lines: what it does, and its SQL. */
  private final class StatementCell extends ListCell<DataStatement> {
    private final Label reason = Labels.body("");
    private final Label sql = Labels.mono("");
    private final Label version = Labels.caption("");
    private final CheckBox carried = new CheckBox(Text.of("diff.data.carried"));
    private final HBox line;

    StatementCell() {
      getStyleClass().add("change-cell");
      sql.getStyleClass().add("change-sql");
      sql.setTextOverrun(OverrunStyle.ELLIPSIS);
      sql.setMinWidth(0);
      reason.setMinWidth(0);
      carried.setMinWidth(USE_PREF_SIZE);
      version.setMinWidth(USE_PREF_SIZE);
      carried.setOnAction(_ -> decide());
      VBox words = new VBox(reason, sql);
      words.getStyleClass().add("change-words");
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      line = Panels.row(words, version, carried);
      line.getStyleClass().add("change-line");
      line.setMinWidth(0);
      line.setPrefWidth(10);
    }

    @Override
    protected void updateItem(@Nullable DataStatement item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      reason.setText(capital(item.reason()) + more(item.count()));
      sql.setText(item.statement().replaceAll("\\s+", " "));
      sql.setTooltip(new Tooltip(item.statement()));
      version.setText(item.version().toString());
      carried.setSelected(item.carried());
      carried.setDisable(!item.switchable());
      carried.setTooltip(
          new Tooltip(Text.of(item.switchable() ? "diff.data.help" : "diff.data.fixed")));
      setGraphic(line);
    }

    private void decide() {
      DataStatement item = getItem();
      if (item != null && item.carried() != carried.isSelected()) {
        boolean wanted = carried.isSelected();
        carried.setSelected(item.carried());
        deciding.decide(item, wanted);
      }
    }

    private static String more(long count) {
      return count > 1 ? " · " + Text.of("diff.data.count", count) : "";
    }

    private static String capital(String words) {
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
  }
}
