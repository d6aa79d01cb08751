package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.SkippedChange;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The changes that were skipped: the workspace has them, no version brings them, and each can be
 * put back. UI thread.
 */
final class SkippedList extends ListView<SkippedChange> {
  private final Consumer<? super SkippedChange> onInclude;

  SkippedList(ObservableList<SkippedChange> skipped, Consumer<? super SkippedChange> onInclude) {
    super(skipped);
    this.onInclude = onInclude;
    getStyleClass().addAll("plain", "change-rows", "skipped-list");
    setAccessibleText(Text.of("diff.skipped"));
    setAccessibleHelp(Text.of("diff.skipped.help"));
    setPlaceholder(Labels.muted(Text.of("diff.skipped.none")));
    setCellFactory(_ -> new SkippedCell());
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  private void keyPressed(KeyEvent event) {
    SkippedChange row = getSelectionModel().getSelectedItem();
    if (row != null && event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      onInclude.accept(row);
      event.consume();
    }
  }

  /** One change on two lines: what it does, and its SQL. */
  private final class SkippedCell extends ListCell<SkippedChange> {
    private final Label kind = Labels.body("");
    private final Label object = Labels.mono("");
    private final Label sql = Labels.mono("");
    private final Label version = Labels.caption("");
    private final HBox line;

    SkippedCell() {
      getStyleClass().add("change-cell");
      object.getStyleClass().add("change-object");
      sql.getStyleClass().add("change-sql");
      sql.setTextOverrun(OverrunStyle.ELLIPSIS);
      sql.setMinWidth(0);
      object.setMinWidth(0);
      kind.setMinWidth(USE_PREF_SIZE);
      version.setMinWidth(USE_PREF_SIZE);
      VBox words = new VBox(Panels.row(kind, object), sql);
      words.getStyleClass().add("change-words");
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      Button include =
          Buttons.small(
              Buttons.quiet(Text.of("diff.include"), Icon.ADD, () -> onInclude.accept(getItem())));
      include.setMinWidth(USE_PREF_SIZE);
      include.setFocusTraversable(false);
      include.setTooltip(new Tooltip(Text.of("diff.includeHelp")));
      line = Panels.row(words, version, include);
      line.getStyleClass().add("change-line");
      line.setMinWidth(0);
      line.setPrefWidth(10);
    }

    @Override
    protected void updateItem(@Nullable SkippedChange item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      PendingChange change = PendingChange.of(item.change(), getIndex() + 1);
      kind.setText(change.kindWords());
      object.setText(change.object());
      sql.setText(change.oneLine());
      sql.setTooltip(new Tooltip(change.statement()));
      version.setText(Text.of("diff.skippedWith", item.skippedWith()));
      setAccessibleText(
          Text.of(
              "diff.spoken",
              change.place(),
              change.kindWords(),
              change.object(),
              change.statement()));
      setGraphic(line);
    }
  }
}
